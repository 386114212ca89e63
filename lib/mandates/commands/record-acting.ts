import "server-only";
import { type Context, transaction } from "@/lib/context";
import type { ActingMandate } from "../queries";
import { tellBoth } from "./both-sides";

/** The helper goes to a service in the person’s name: both journals say so. */
export function recordActing(ctx: Context, mandate: ActingMandate, clientId: string) {
  // recordEvent( in tellBoth, one for each.
  return transaction(ctx, (ctx) => tellBoth(ctx, "mandate.act", mandate, { clientId }));
}
