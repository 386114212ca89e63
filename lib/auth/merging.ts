import "server-only";
import { signInPath } from "@/lib/accounts/model";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { networkAddress } from "@/lib/auth/network";
import { confirmPath, hasRecentProof } from "@/lib/auth/proof";
import { findAccountContext } from "@/lib/auth/session";
import type { Context } from "@/lib/context";
import type { OtherProof } from "@/lib/lifecycle/commands/prove-other";

const AT = "/compte/fusion";

/** Where the second proof of the other account is given. */
export const otherStepPath = (id: string) => `${AT}/verification/${id}`;

/** Where to go on: to the choice of the account that stays, or to the second proof first. */
export const afterOtherProof = (proof: OtherProof) =>
  "proofId" in proof ? `${AT}/${proof.proofId}` : otherStepPath(proof.stepId);

/** In a route handler: as the account signed in, proven within the last minutes; else the page that asks first. */
export async function merging(run: (ctx: Context) => Promise<string>): Promise<string> {
  const ctx = await findAccountContext();
  if (!ctx) return signInPath(AT);
  return (await hasRecentProof()) ? run(ctx) : confirmPath(AT);
}

export const provingPlace = async () => ({
  network: await networkAddress(),
  device: await deviceName(),
  browser: await visitorId(),
});
