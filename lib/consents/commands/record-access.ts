import "server-only";
import { sql } from "drizzle-orm";
import { dataAccesses } from "@/db/schema/consents";
import type { Actor } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { eventsFrom, recordEvent } from "@/lib/events/commands";

export type Access = {
  accountId: string;
  clientId: string;
  consentId: string;
  items: string[];
  mandateId?: string | null;
};

/** Writes in the person's access history that a service reads these items. */
export function recordAccess(ctx: Context, access: Access) {
  return transaction(ctx, async (ctx) => {
    await ctx.db.insert(dataAccesses).values(access);
    await recordEvent(ctx, "data.read", access.accountId, { clientId: access.clientId });
  });
}

/**
 * The same for many readings, as parts of one statement that writes more (`with …`): those of the calls that are not in
 * the part called `lost`.
 */
export const accessesWritten = (
  actor: Actor,
  accesses: readonly (Access & { call: number })[],
) => sql`
  readings as (
    select * from jsonb_to_recordset(${JSON.stringify(accesses)}::jsonb) as r (call int, "accountId" uuid,
      "clientId" text, "consentId" uuid, items text[], "mandateId" uuid)
    where call not in (select call from lost)
  ), accesses as (
    insert into data_accesses (account_id, client_id, consent_id, items, mandate_id)
    select "accountId", "clientId", "consentId", items, "mandateId" from readings
  ), told as (${eventsFrom(
    actor,
    "data.read",
    sql`select "accountId" as "subjectId", jsonb_build_object('clientId', "clientId") as details from readings`,
  )})`;
