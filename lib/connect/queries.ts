import "server-only";
import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { oidcArtifacts, oidcClients, oidcKeys, sessionDevices } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { type Context, read } from "@/lib/context";
import { type Authentication, BY_PASSWORD, SESSION_HOURS, SHARED_SESSION_MINUTES } from "./model";

const connect = system("connect");

/** A service, with its sealed secret. */
export const CLIENT = {
  id: oidcClients.id,
  name: oidcClients.name,
  settings: oidcClients.settings,
  secret: oidcClients.secret,
  previousSecret: oidcClients.previousSecret,
  previousSecretExpiresAt: oidcClients.previousSecretExpiresAt,
  sector: oidcClients.sector,
  environment: oidcClients.environment,
  organisationId: oidcClients.organisationId,
};

/** A service allowed to sign people in. */
export async function findClient(id: string, ctx: Context = connect) {
  if (id.includes("\0")) return null;
  const [client] = await read(ctx, (db) =>
    db
      .select(CLIENT)
      .from(oidcClients)
      .where(and(eq(oidcClients.id, id), isNull(oidcClients.disabledAt))),
  );
  return client ?? null;
}

export type RegisteredClient = NonNullable<Awaited<ReturnType<typeof findClient>>>;

/** Sealed signing keys in the order in which they are tried: the current ones first. */
export const listKeys = () =>
  read(connect, (db) =>
    db
      .select({
        id: oidcKeys.id,
        alg: oidcKeys.alg,
        state: oidcKeys.state,
        jwk: oidcKeys.jwk,
        updatedAt: oidcKeys.updatedAt,
      })
      .from(oidcKeys)
      .orderBy(
        sql`array_position(array['current', 'next', 'retired'], ${oidcKeys.state})`,
        asc(oidcKeys.alg),
      ),
  );

type SessionPayload = {
  loginTs?: number;
  amr?: string[];
  acr?: string;
  transient?: boolean;
  authorizations?: Record<string, { sid?: string; grantId?: string }>;
  state?: { secret?: string; clientId?: string };
};

/** The session a browser's cookie opens, of an open account whose password did not change since. */
export async function findSession(cookie: string) {
  const [row] = await read(connect, (db) =>
    db
      .select({
        uid: oidcArtifacts.uid,
        accountId: oidcArtifacts.accountId,
        payload: oidcArtifacts.payload,
        passwordChangedAt: accounts.passwordChangedAt,
        provenAt: sessionDevices.provenAt,
        isClosing: sql<boolean>`exists (select from account_closures c where c.account_id = ${accounts.id} and c.cause = 'owner')`,
        awaitsWelcome: sql<boolean>`exists (select from imported_accounts i where i.account_id = ${accounts.id} and i.welcomed_at is null)`,
      })
      .from(oidcArtifacts)
      .leftJoin(sessionDevices, eq(sessionDevices.uid, oidcArtifacts.uid))
      .innerJoin(accounts, and(eq(accounts.id, oidcArtifacts.accountId), isNull(accounts.closedAt)))
      .where(
        and(
          eq(oidcArtifacts.model, "Session"),
          eq(oidcArtifacts.id, hashToken(cookie)),
          gt(oidcArtifacts.expiresAt, sql`now()`),
        ),
      ),
  );
  if (!row?.uid || !row.accountId) return null;
  const { loginTs = 0, amr, acr, transient, state } = row.payload as SessionPayload;
  const isStale = loginTs < Math.floor(row.passwordChangedAt.getTime() / 1000);
  if (isStale) return null;
  const { uid, accountId } = row;
  const signedInAt = new Date(loginTs * 1000);
  const authentication: Authentication = amr ? { amr, acr } : BY_PASSWORD;
  return {
    uid,
    accountId,
    signedInAt,
    /** The sign-in, or what proved since that its owner holds it. */
    provenAt: row.provenAt && row.provenAt > signedInAt ? row.provenAt : signedInAt,
    authentication,
    isShared: transient ?? false,
    /** Its owner asked for its deletion, and is to say whether they keep it. */
    isClosing: row.isClosing,
    /** Taken over from another service, and its owner was not told yet. */
    awaitsWelcome: row.awaitsWelcome,
    signOut: state ?? null,
  };
}

/** The sealed id token of FranceConnect, when it opened this session. */
export async function findFranceConnect(uid: string) {
  const [row] = await read(connect, (db) =>
    db
      .select({ idToken: sessionDevices.franceConnect })
      .from(sessionDevices)
      .where(eq(sessionDevices.uid, uid)),
  );
  return row?.idToken ?? null;
}

const lifetimeMs = ({ transient }: SessionPayload) =>
  (transient ? SHARED_SESSION_MINUTES : SESSION_HOURS * 60) * 60_000;

/** Where this account is signed in: one line for each browser, the last used first. */
export async function listSessions(ctx: Context, accountId: string) {
  const open = and(
    eq(oidcArtifacts.accountId, accountId),
    eq(oidcArtifacts.model, "Session"),
    gt(oidcArtifacts.expiresAt, sql`now()`),
  );
  const rows = await read(ctx, (db) =>
    db
      .select({
        uid: oidcArtifacts.uid,
        payload: oidcArtifacts.payload,
        expiresAt: oidcArtifacts.expiresAt,
        device: sessionDevices.name,
        openedAt: sessionDevices.openedAt,
      })
      .from(oidcArtifacts)
      .leftJoin(sessionDevices, eq(sessionDevices.uid, oidcArtifacts.uid))
      .where(open),
  );
  return rows
    .map(({ uid, payload, expiresAt, device, openedAt }) => {
      const session = payload as SessionPayload;
      const signedInAt = new Date((session.loginTs ?? 0) * 1000);
      return {
        uid: uid ?? "",
        device,
        signedInAt,
        openedAt: openedAt ?? signedInAt,
        /** Each use of the account puts off the end of the session. */
        activeAt: new Date((expiresAt?.getTime() ?? 0) - lifetimeMs(session)),
        isShared: session.transient === true,
        clientIds: Object.keys(session.authorizations ?? {}),
      };
    })
    .sort((a, b) => b.activeAt.getTime() - a.activeAt.getTime());
}

export type OpenSession = Awaited<ReturnType<typeof listSessions>>[number];

/** Names of connected services by id. */
export async function findClientNames(ids: readonly string[]) {
  const rows = await read(connect, (db) =>
    db
      .select({ id: oidcClients.id, name: oidcClients.name })
      .from(oidcClients)
      .where(inArray(oidcClients.id, [...new Set(ids)]))
      .orderBy(asc(oidcClients.name)),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
