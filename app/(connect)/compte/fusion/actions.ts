"use server";

import { authenticateInput, confirmInput } from "@/lib/accounts/schemas";
import { signedPasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { submit } from "@/lib/action";
import { visitorId } from "@/lib/auth/csrf";
import { afterOtherProof as after, provingPlace } from "@/lib/auth/merging";
import { networkAddress } from "@/lib/auth/network";
import { requireRecentProof } from "@/lib/auth/proof";
import { parseInput } from "@/lib/errors";
import {
  askOtherCode,
  proveOtherByCode,
  proveOtherByPasskey,
  proveOtherByPassword,
} from "@/lib/lifecycle/commands/prove-other";
import { askOtherInput } from "@/lib/lifecycle/schemas";

const AT = "/compte/fusion";
const from = (at: string) => ({ at, as: () => requireRecentProof(at) });

export async function proveByPasswordAction(form: FormData) {
  await submit(form, from(AT), async (ctx, values) => {
    return after(
      await proveOtherByPassword(ctx, parseInput(authenticateInput, values), await provingPlace()),
    );
  });
}

export async function proveByPasskeyAction(form: FormData) {
  await submit(form, from(AT), async (ctx, values) => {
    const signed = parseInput(signedPasskeyInput, values);
    return after(await proveOtherByPasskey(ctx, signed, await visitorId()));
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
    const input = parseInput(confirmInput, { ...values, id });
    return after(await proveOtherByCode(ctx, input, await visitorId()));
  });
}
