import * as z from "zod";
import { openChallenge } from "@/lib/accounts/commands/passkey-challenges";
import { findSecondStep } from "@/lib/accounts/commands/second-step";
import { CHALLENGE_PURPOSES } from "@/lib/accounts/model/factors";
import { findAccountSession } from "@/lib/auth/account-session";
import { visitorId } from "@/lib/auth/csrf";
import { networkAddress } from "@/lib/auth/network";
import { hasRecentProof } from "@/lib/auth/proof";
import { forbidden } from "@/lib/errors";
import { endpoint } from "@/lib/http";

const asked = z.object({
  purpose: z.enum(CHALLENGE_PURPOSES),
  /** Of the second step under way. */
  step: z.uuid().optional(),
});

/** Whose passkey is to sign; null: whoever's. */
async function accountFor({ purpose, step }: z.output<typeof asked>, browser: string) {
  if (purpose === "sign-in") return null;
  if (purpose === "merge") {
    if (await hasRecentProof()) return null;
    throw forbidden();
  }
  const found =
    purpose === "second-step"
      ? await findSecondStep(step ?? "", browser)
      : await findAccountSession();
  if (!found || (purpose === "register" && !(await hasRecentProof()))) throw forbidden();
  return found.accountId;
}

/** Asked by the page's own program: what the authenticator of this browser is to sign. */
export const POST = endpoint({ schema: asked }, async (input) => {
  const browser = await visitorId();
  if (!browser) throw forbidden();
  const accountId = await accountFor(input, browser);
  const { purpose } = input;
  const opened = await openChallenge({ purpose, accountId, browser }, await networkAddress());
  return Response.json(opened, { headers: { "cache-control": "no-store" } });
});
