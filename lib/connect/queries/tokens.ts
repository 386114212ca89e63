import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { accounts, certifiedIdentities } from "@/db/schema/accounts";
import { oidcArtifacts, oidcClients, pairwiseSubjects } from "@/db/schema/connect";
import { consentRecords } from "@/db/schema/consents";
import { CERTIFICATE, CERTIFIED, OWN } from "@/lib/accounts/queries";
import { DECISIONS } from "@/lib/consents/queries";
import { type Statements, statement } from "@/lib/context";
import { gathered } from "@/lib/gather";
import { CLIENT } from "../queries";

const grants = alias(oidcArtifacts, "grants");
const sessions = alias(oidcArtifacts, "sessions");

const GRANT = { id: grants.id, payload: grants.payload, consumedAt: grants.consumedAt };
const SESSION = { uid: sessions.uid, payload: sessions.payload, consumedAt: sessions.consumedAt };

/** More than are ever asked for at once (lib/gather.ts). */
const MOST = 1_000;

/**
 * The tokens themselves. The limit keeps them apart: `->>` could tell of rows that row level security hides, so that in
 * one query with the sessions PostgreSQL would read them all before it compares.
 */
const heldOn = (db: Statements) =>
  db
    .select({
      id: oidcArtifacts.id,
      accountId: oidcArtifacts.accountId,
      clientId: oidcArtifacts.clientId,
      grantId: oidcArtifacts.grantId,
      payload: oidcArtifacts.payload,
      consumedAt: oidcArtifacts.consumedAt,
      sessionUid: sql<string | null>`${oidcArtifacts.payload} ->> 'sessionUid'`.as("session_uid"),
    })
    .from(oidcArtifacts)
    .where(
      and(
        eq(oidcArtifacts.model, sql.placeholder("model")),
        sql`${oidcArtifacts.id} = any(${sql.placeholder("ids")}::text[])`,
      ),
    )
    .limit(MOST)
    .as("held");

type Held = ReturnType<typeof heldOn>;

/** What the account of a token last decided for its client. */
const lastDecision = (db: Statements, held: Held) =>
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
        eq(consentRecords.accountId, held.accountId),
        eq(consentRecords.clientId, held.clientId),
        inArray(consentRecords.act, DECISIONS),
      ),
    )
    .orderBy(desc(consentRecords.seq))
    .limit(1)
    .as("decision");

/** Tokens of one kind with everything that they hang on. */
function tokensOn(db: Statements) {
  const held = heldOn(db);
  const decision = lastDecision(db, held);
  const { id, accountId, clientId, payload, consumedAt } = held;
  const { consentId, act, items, noticeId, expiresAt } = decision;
  return db
    .select({
      id,
      accountId,
      clientId,
      stored: { payload, consumedAt },
      grant: GRANT,
      session: SESSION,
      account: OWN,
      certificate: CERTIFIED,
      client: CLIENT,
      sub: pairwiseSubjects.sub,
      decision: { consentId, act, items, noticeId, expiresAt },
    })
    .from(held)
    .leftJoin(grants, and(eq(grants.model, sql`'Grant'`), eq(grants.id, held.grantId)))
    .leftJoin(sessions, and(eq(sessions.model, sql`'Session'`), eq(sessions.uid, held.sessionUid)))
    .leftJoin(accounts, and(eq(accounts.id, accountId), isNull(accounts.closedAt)))
    .leftJoin(certifiedIdentities, CERTIFICATE)
    .leftJoin(oidcClients, and(eq(oidcClients.id, clientId), isNull(oidcClients.disabledAt)))
    .leftJoin(
      pairwiseSubjects,
      and(
        eq(pairwiseSubjects.accountId, accountId),
        eq(pairwiseSubjects.sector, oidcClients.sector),
      ),
    )
    .leftJoinLateral(decision, sql`true`)
    .prepare("tokens");
}

const clientsOn = (db: Statements) =>
  db
    .select(CLIENT)
    .from(oidcClients)
    .where(
      and(
        sql`${oidcClients.id} = any(${sql.placeholder("ids")}::text[])`,
        isNull(oidcClients.disabledAt),
      ),
    )
    .prepare("clients");

/** Made once for a connection that stays open. */
function made<Q>(make: (db: Statements) => Q) {
  const known = new WeakMap<Statements, Q>();
  return (db: Statements) => {
    const query = known.get(db) ?? make(db);
    known.set(db, query);
    return query;
  };
}

const tokens = made(tokensOn);
const clients = made(clientsOn);

export type StoredToken = Awaited<ReturnType<ReturnType<typeof tokensOn>["execute"]>>[number];

const finderOf = (model: string) =>
  gathered(async (ids: readonly string[]) => {
    const found = await statement((db) => tokens(db).execute({ model, ids }));
    const rows = new Map(found.map((row) => [row.id, row]));
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
  const rows = await statement((db) => clients(db).execute({ ids: asked }));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
});
