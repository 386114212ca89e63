import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { oidcArtifacts } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { type Access, recordAccesses } from "@/lib/consents/commands/record-access";
import { transaction } from "@/lib/context";
import { gathered } from "@/lib/gather";

/** An artifact as it is stored; its id is already a hash. */
export type Stored = {
  model: string;
  id: string;
  payload: Record<string, unknown>;
  grantId: string | null;
  uid: string | null;
  userCode: string | null;
  accountId: string | null;
  clientId: string | null;
  expiresAt: Date | null;
};

type Used = { model: string; id: string };

/** What one call writes: the codes and tokens it uses up, those it gives, and what it told of whom. */
export type Writes = { consumed: Used[]; stored: Stored[]; accesses: Access[] };

const keyOf = ({ model, id }: Used) => `${model} ${id}`;

/** NUL and half characters, which neither the protocol (RFC 6749 appendix A) nor PostgreSQL takes. */
export const IMPOSSIBLE = /\\u0000|\\ud[89a-f]/;

export const store = (db: Db, rows: readonly Stored[]) =>
  db.execute(sql`
    insert into oidc_artifacts (model, id, payload, grant_id, uid, user_code, account_id, client_id, expires_at)
    select model, id, payload, "grantId", uid, "userCode", "accountId", "clientId", "expiresAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (model text, id text, payload jsonb,
      "grantId" text, uid text, "userCode" text, "accountId" uuid, "clientId" text, "expiresAt" timestamptz)
    on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
      uid = excluded.uid, user_code = excluded.user_code, account_id = excluded.account_id,
      client_id = excluded.client_id, expires_at = excluded.expires_at`);

/** Of parallel redemptions, one wins; the library alone would let them all through. Returns those that were still unused. */
async function redeemAll(db: Db, used: readonly Used[]) {
  const models = [...new Set(used.map(({ model }) => model))].sort();
  const won: string[] = [];
  for (const model of models) {
    const ids = used.filter((one) => one.model === model).map(({ id }) => id);
    const rows = await db
      .update(oidcArtifacts)
      .set({ consumedAt: sql`now()` })
      .where(
        and(
          eq(oidcArtifacts.model, model),
          sql`${oidcArtifacts.id} = any(${sql.param(ids.sort())}::text[])`,
          isNull(oidcArtifacts.consumedAt),
        ),
      )
      .returning({ model: oidcArtifacts.model, id: oidcArtifacts.id });
    won.push(...rows.map(keyOf));
  }
  return won;
}

async function writeAll(db: Db, calls: readonly Writes[]) {
  const unused = new Set(
    await redeemAll(
      db,
      calls.flatMap(({ consumed }) => consumed),
    ),
  );
  // Taken out as soon as it is used: of two calls with the same code, the second finds nothing.
  return calls.map((call) => ({
    call,
    isFirst: call.consumed.every((used) => unused.delete(keyOf(used))),
  }));
}

/** False: what the call wanted to use was used already, and nothing else of it was written. */
const write = gathered((calls: readonly Writes[]) =>
  transaction(system("connect"), async (ctx) => {
    const written = await writeAll(ctx.db, calls);
    const kept = written.flatMap(({ call, isFirst }) => (isFirst ? [call] : []));
    const stored = kept.flatMap((call) => call.stored);
    const accesses = kept.flatMap((call) => call.accesses);
    await Promise.all([
      stored.length > 0 ? store(ctx.db, stored) : undefined,
      accesses.length > 0 ? recordAccesses(ctx, accesses) : undefined,
    ]);
    return written.map(({ isFirst }) => isFirst);
  }),
);

export const writeCall = async (writes: Writes) =>
  Object.values(writes).every(({ length }) => length === 0) || write(writes);
