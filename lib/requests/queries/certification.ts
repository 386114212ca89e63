import "server-only";
import { type Context, read } from "@/lib/context";
import { carriesCertified, isCertified } from "@/lib/forms/model";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { type Draft, findKnownIdentity } from "./get-draft";

/** Where FranceConnect is not configured nobody could be certified: nothing asks for it. */
export const needsCertified = ({ asksForCertified }: { asksForCertified: boolean }) =>
  asksForCertified && isFranceConnectOn();

/** Did FranceConnect vouch for this person, as the account said at the last sign-in? */
export const isHolderCertified = (ctx: Context) =>
  read(ctx, async (db) => isCertified(await findKnownIdentity({ ...ctx, db })));

/** What a draft still waits for: that its holder certify their identity, or take it into the draft. */
export async function missingCertificate(ctx: Context, draft: Draft) {
  if (!needsCertified(draft) || carriesCertifiedAs(draft)) return null;
  return (await isHolderCertified(ctx)) ? "take" : "certify";
}

const carriesCertifiedAs = ({ definition, origins }: Draft) =>
  carriesCertified(definition, origins);
