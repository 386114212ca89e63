"use server";

import { authenticateInput, confirmInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { deviceName } from "@/lib/auth/device";
import { networkAddress } from "@/lib/auth/network";
import { requireRecentProof } from "@/lib/auth/proof";
import { parseInput } from "@/lib/errors";
import {
  askOtherCode,
  proveOtherByCode,
  proveOtherByPassword,
} from "@/lib/lifecycle/commands/prove-other";
import { askOtherInput } from "@/lib/lifecycle/schemas";

const AT = "/compte/fusion";
const from = (at: string) => ({ at, as: () => requireRecentProof(at) });

export async function proveByPasswordAction(form: FormData) {
  await submit(form, from(AT), async (ctx, values) => {
    const place = { network: await networkAddress(), device: await deviceName() };
    const id = await proveOtherByPassword(ctx, parseInput(authenticateInput, values), place);
    return `${AT}/${id}`;
  });
}

export async function askCodeAction(form: FormData) {
  await submit(form, from(AT), async (ctx, values) => {
    const { mailbox } = parseInput(askOtherInput, values);
    return `${AT}/code/${await askOtherCode(ctx, mailbox, await networkAddress())}`;
  });
}

export async function proveByCodeAction(id: string, form: FormData) {
  await submit(form, from(`${AT}/code/${id}`), async (ctx, values) => {
    const proof = await proveOtherByCode(ctx, parseInput(confirmInput, { ...values, id }));
    return `${AT}/${proof}`;
  });
}
