import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { accounts, certifiedIdentities } from "@/db/schema/accounts";
import { oidcArtifacts, oidcClients, pairwiseSubjects } from "@/db/schema/connect";
import { consentRecords } from "@/db/schema/consents";
import { CERTIFICATE, CERTIFIED, OWN } from "@/lib/accounts/queries";
import { system } from "@/lib/auth/actor";
import { DECISIONS } from "@/lib/consents/queries";
import { read } from "@/lib/context";
import { gathered } from "@/lib/gather";
import { CLIENT } from "../queries";

const connect = system("connect");
const grants = alias(oidcArtifacts, "grants");
const sessions = alias(oidcArtifacts, "sessions");

const STORED = { payload: oidcArtifacts.payload, consumedAt: oidcArtifacts.consumedAt };
const GRANT = { id: grants.id, payload: grants.payload, consumedAt: grants.consumedAt };
const SESSION = { uid: sessions.uid, payload: sessions.payload, consumedAt: sessions.consumedAt };

/** What the account of a token last decided for its client. */
const lastDecision = (db: Db) =>
  db
    .select({
      consentId: consentRecords.id,
      act: consentRecords.act,
      items: consentRecords.items,
      noticeId: consentRecords.noticeId,
      expiresAt: consentRecords.expiresAt,
    })
    .from(consentRecords)
    .where(
      and(
        eq(consentRecords.accountId, oidcArtifacts.accountId),
        eq(consentRecords.clientId, oidcArtifacts.clientId),
        inArray(consentRecords.act, DECISIONS),
      ),
    )
    .orderBy(desc(consentRecords.seq))
    .limit(1)
    .as("decision");

/** Tokens of one kind with everything that they hang on, as it is now, in one statement. */
function findAll(model: string, ids: readonly string[]) {
  return read(connect, (db) => {
    const decision = lastDecision(db);
    return db
      .select({
        id: oidcArtifacts.id,
        accountId: oidcArtifacts.accountId,
        clientId: oidcArtifacts.clientId,
        stored: STORED,
        grant: GRANT,
        session: SESSION,
        account: OWN,
        certificate: CERTIFIED,
        client: CLIENT,
        sub: pairwiseSubjects.sub,
        decision: {
          consentId: decision.consentId,
          act: decision.act,
          items: decision.items,
          noticeId: decision.noticeId,
          expiresAt: decision.expiresAt,
        },
      })
      .from(oidcArtifacts)
      .leftJoin(grants, and(eq(grants.model, sql`'Grant'`), eq(grants.id, oidcArtifacts.grantId)))
      .leftJoin(
        sessions,
        and(
          eq(sessions.model, sql`'Session'`),
          eq(sessions.uid, sql`${oidcArtifacts.payload} ->> 'sessionUid'`),
        ),
      )
      .leftJoin(accounts, and(eq(accounts.id, oidcArtifacts.accountId), isNull(accounts.closedAt)))
      .leftJoin(certifiedIdentities, CERTIFICATE)
      .leftJoin(
        oidcClients,
        and(eq(oidcClients.id, oidcArtifacts.clientId), isNull(oidcClients.disabledAt)),
      )
      .leftJoin(
        pairwiseSubjects,
        and(
          eq(pairwiseSubjects.accountId, oidcArtifacts.accountId),
          eq(pairwiseSubjects.sector, oidcClients.sector),
        ),
      )
      .leftJoinLateral(decision, sql`true`)
      .where(
        and(
          eq(oidcArtifacts.model, model),
          sql`${oidcArtifacts.id} = any(${sql.param(ids)}::text[])`,
        ),
      );
  });
}

export type StoredToken = Awaited<ReturnType<typeof findAll>>[number];

const finderOf = (model: string) =>
  gathered(async (ids: readonly string[]) => {
    const rows = new Map((await findAll(model, ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });

const FINDERS = {
  AccessToken: finderOf("AccessToken"),
  AuthorizationCode: finderOf("AuthorizationCode"),
  RefreshToken: finderOf("RefreshToken"),
};

export type TokenModel = keyof typeof FINDERS;

export const isTokenModel = (model: string): model is TokenModel => model in FINDERS;

/** A code or token by the hash of what its client holds, with what it hangs on; null when there is none. */
export const findToken = (model: TokenModel, id: string) => FINDERS[model](id);

/** A service allowed to sign people in, as it is now: read once for all the calls of a moment. */
export const findClientNow = gathered(async (ids: readonly string[]) => {
  const asked = [...new Set(ids)].filter((id) => !id.includes("\0"));
  const rows = await read(connect, (db) =>
    db
      .select(CLIENT)
      .from(oidcClients)
      .where(
        and(
          sql`${oidcClients.id} = any(${sql.param(asked)}::text[])`,
          isNull(oidcClients.disabledAt),
        ),
      ),
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
});
