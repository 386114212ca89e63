import { Secret, TOTP } from "otpauth";
import {
  findSecondStep,
  passSecondStep,
  type SecondProof,
  startSecondStep,
} from "@/lib/accounts/commands/second-step";
import { confirmTotp, startTotp } from "@/lib/accounts/commands/totp";
import { findPendingTotp } from "@/lib/accounts/queries/factors";

/** The code that an application shows, `steps` of 30 seconds from now. */
export const totpCode = (secret: string, steps = 0, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + steps * 30_000 });

/** A code that is none of those around now. */
export function wrongTotpCode(secret: string) {
  const around = [-3, -2, -1, 0, 1, 2, 3].map((steps) => totpCode(secret, steps));
  return ["000000", "111111", "222222", "333333", "444444", "555555", "666666", "777777"].find(
    (code) => !around.includes(code),
  ) as string;
}

const BROWSER = "one browser";
const PLACE = { network: "192.0.2.1", device: "Firefox sur Windows" };

type Owner = { readonly actor: { kind: "account"; id: string } };

export async function pendingSecret(ctx: Owner, totpId: string) {
  const secret = await findPendingTotp(ctx, totpId);
  if (!secret) throw new Error("no secret");
  return secret;
}

/** An application of this account's, whose first code is the one before now. */
export async function addTotp(ctx: Owner) {
  const id = await startTotp(ctx);
  const secret = await pendingSecret(ctx, id);
  const codes = (await confirmTotp(ctx, { id, code: totpCode(secret, -1) })) ?? [];
  return { secret, codes };
}

/** A right password, given in one browser. */
export const firstProof = ({ actor }: Owner) =>
  startSecondStep({
    accountId: actor.id,
    browser: BROWSER,
    isShared: true,
    isProven: false,
    suite: "/compte",
    authentication: { amr: ["pwd"] },
  });

export const pass = (stepId: string, proof: SecondProof, browser = BROWSER) =>
  passSecondStep({ id: stepId, browser, field: "code" }, proof, PLACE);

export const stepIn = (stepId: string, browser = BROWSER) => findSecondStep(stepId, browser);

/** How many of these went through. */
export const won = async (attempts: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;
