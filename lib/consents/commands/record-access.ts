import "server-only";
import { dataAccesses } from "@/db/schema/consents";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

type Access = {
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
