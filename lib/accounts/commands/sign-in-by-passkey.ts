import "server-only";
import { system } from "@/lib/auth/actor";
import { networkMark } from "@/lib/auth/network";
import { withSecondProof } from "@/lib/connect/model";
import { transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { findAccount } from "../queries";
import type { SignedCredential } from "../schemas/passkeys";
import { takePasskey } from "./passkeys";
import {
  findSecondStep,
  passSecondStep,
  recordSignIn,
  type SecondProof,
  STALE,
} from "./second-step";

type Signed = { challengeId: string; credential: SignedCredential };
type Place = { network: string; device: string };

/** In one step: what somebody has, behind what they know or are. Returns their account, and how. */
export async function signInByPasskey(signed: Signed, browser: string, place: Place) {
  const asked = { purpose: "sign-in", accountId: null, browser } as const;
  const { accountId, methods } = await takePasskey(signed, asked);
  if (!(await findAccount(system("sign-in"), accountId)))
    throw conflict("Ce compte n’est pas ouvert. Demandez de l’aide.");
  const { network, device } = place;
  const where = { network: networkMark(network), device };
  await transaction(system("sign-in"), (ctx) =>
    recordSignIn(ctx, accountId, { ...where, with: "passkey" }),
  );
  return { accountId, authentication: withSecondProof({ amr: [] }, methods) };
}

/** As the second proof of somebody whose first one was right, in the browser that gave it. */
export async function byPasskey(id: string, signed: Signed, browser: string): Promise<SecondProof> {
  const step = await findSecondStep(id, browser);
  if (!step) throw conflict(STALE);
  const asked = { purpose: "second-step", accountId: step.accountId, browser } as const;
  const { methods } = await takePasskey(signed, asked);
  return async () => ({ with: "passkey", methods });
}

export const passByPasskey = async (id: string, signed: Signed, browser: string, place: Place) =>
  passSecondStep({ id, browser, field: "root" }, await byPasskey(id, signed, browser), place);
