import "server-only";
import { sql } from "drizzle-orm";
import { system } from "@/lib/auth/actor";
import { type Access, accessesWritten } from "@/lib/consents/commands/record-access";
import { statement } from "@/lib/context";
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

const numbered = <T>(calls: readonly Writes[], pick: (call: Writes) => readonly T[]) =>
  calls.flatMap((each, call) => pick(each).map((one) => ({ ...one, call })));

/**
 * What several calls write, in one statement, so that each is whole or not at all. Of parallel redemptions, one wins;
 * the library alone would let them all through. Returns the calls that found something used already: nothing else of
 * them was written.
 */
const writeTogether = (calls: readonly Writes[]) =>
  statement((db) =>
    db.execute<{ call: number }>(sql`
      with asked as (
        select * from jsonb_to_recordset(${JSON.stringify(numbered(calls, (call) => call.consumed))}::jsonb)
          as a (call int, model text, id text)
      ), won as (
        update oidc_artifacts o set consumed_at = now() from asked a
        where o.model = a.model and o.id = a.id and o.consumed_at is null returning a.call
      ), lost as (
        select call from asked except select call from won
      ), stored as (
        insert into oidc_artifacts
          (model, id, payload, grant_id, uid, user_code, account_id, client_id, expires_at)
        select model, id, payload, "grantId", uid, "userCode", "accountId", "clientId", "expiresAt"
        from jsonb_to_recordset(${JSON.stringify(numbered(calls, (call) => call.stored))}::jsonb)
          as s (call int, model text, id text, payload jsonb, "grantId" text, uid text,
            "userCode" text, "accountId" uuid, "clientId" text, "expiresAt" timestamptz)
        where call not in (select call from lost)
        on conflict (model, id) do update set payload = excluded.payload,
          grant_id = excluded.grant_id, uid = excluded.uid, user_code = excluded.user_code,
          account_id = excluded.account_id, client_id = excluded.client_id,
          expires_at = excluded.expires_at
      ), ${accessesWritten(
        system("connect").actor,
        numbered(calls, (call) => call.accesses),
      )}
      select call from lost`),
  );

/** Two: one that waits for a row somebody else is changing does not hold up the others. */
const AT_ONCE = 2;

const write = gathered(async (calls: readonly Writes[]) => {
  const lost = new Set((await writeTogether(calls)).map(({ call }) => call));
  return calls.map((_, n) => !lost.has(n));
}, AT_ONCE);

/** False: what the call wanted to use was used already, and nothing else of it was written. */
export const writeCall = async (writes: Writes) =>
  Object.values(writes).every(({ length }) => length === 0) || write(writes);
