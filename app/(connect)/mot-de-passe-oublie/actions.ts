"use server";

import { askReset } from "@/lib/accounts/commands/reset-password";
import { resendCode } from "@/lib/accounts/commands/sign-up";
import { continuation } from "@/lib/accounts/model";
import { askResetInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { rememberContinuation } from "@/lib/auth/continuation";
import { networkAddress } from "@/lib/auth/network";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const asNobody = async () => nobody;

export async function askResetAction(form: FormData) {
  const suite = continuation(form.get("suite"));
  const at = `/mot-de-passe-oublie?suite=${encodeURIComponent(suite)}`;
  await submit(form, { at, as: asNobody }, async (_, values) => {
    const id = await askReset(parseInput(askResetInput, values), await networkAddress());
    await rememberContinuation(suite);
    return `/mot-de-passe-oublie/${id}`;
  });
}

export async function resendResetAction(id: string, form: FormData) {
  const at = `/mot-de-passe-oublie/${id}`;
  await submit(form, { at, as: asNobody }, async () => {
    await resendCode(id, await networkAddress());
    return doneAt(at, "lien-envoye");
  });
}
