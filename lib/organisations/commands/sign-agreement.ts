import "server-only";
import { agreements } from "@/db/schema/organisations";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

type Agreement = {
  organisationId: string;
  clientId: string;
  startsOn: string;
  endsOn: string;
  signedBy: string;
  countersignedBy: string;
};

/** Both have signed: the service is covered from the first day to the last. */
export function signAgreement(ctx: Context, agreement: Agreement) {
  return transaction(ctx, async (ctx) => {
    const id = crypto.randomUUID();
    await ctx.db.insert(agreements).values({ id, kind: "connect", ...agreement });
    await recordEvent(ctx, "agreement.sign", id, { clientId: agreement.clientId });
  });
}
