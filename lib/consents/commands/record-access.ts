import "server-only";
import { sql } from "drizzle-orm";
import { type Context, transaction } from "@/lib/context";
import { recordEvents } from "@/lib/events/commands";

export type Access = {
  accountId: string;
  clientId: string;
  consentId: string;
  items: string[];
  mandateId?: string | null;
};

/** Writes in these persons' access histories that services read these items. */
export function recordAccesses(ctx: Context, accesses: readonly Access[]) {
  return transaction(ctx, async (ctx) => {
    const told = accesses.map(({ accountId, clientId }) => ({
      subjectId: accountId,
      details: { clientId },
    }));
    await Promise.all([
      ctx.db.execute(sql`
        insert into data_accesses (account_id, client_id, consent_id, items, mandate_id)
        select "accountId", "clientId", "consentId", items, "mandateId"
        from jsonb_to_recordset(${JSON.stringify(accesses)}::jsonb) as r ("accountId" uuid,
          "clientId" text, "consentId" uuid, items text[], "mandateId" uuid)`),
      recordEvents(ctx, "data.read", told),
    ]);
  });
}

/** Writes in the person's access history that a service reads these items. */
export function recordAccess(ctx: Context, access: Access) {
  return recordAccesses(ctx, [access]);
}
