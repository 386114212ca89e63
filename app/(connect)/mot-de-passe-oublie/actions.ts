"use server";

import { askReset, resetPassword } from "@/lib/accounts/commands/reset-password";
import { resendCode } from "@/lib/accounts/commands/sign-up";
import { continuation } from "@/lib/accounts/model";
import { askResetInput, resetPasswordInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { openAccountSession } from "@/lib/auth/account-session";
import { nobody } from "@/lib/auth/actor";
import { rememberContinuation, takeContinuation } from "@/lib/auth/continuation";
import { networkAddress } from "@/lib/auth/network";
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

/** `key`: from the link of the mail; without it, the code is typed. */
export async function resetPasswordAction(id: string, key: string | undefined, form: FormData) {
  const page = `/mot-de-passe-oublie/${id}`;
  const at = key ? `${page}?cle=${encodeURIComponent(key)}` : page;
  await submit(form, { at, as: asNobody }, async (_, values) => {
    const input = parseInput(resetPasswordInput, { ...values, id, key });
    await openAccountSession(await resetPassword(input));
    return takeContinuation();
  });
}

export async function resendResetAction(id: string, form: FormData) {
  const at = `/mot-de-passe-oublie/${id}`;
  await submit(form, { at, as: asNobody }, async () => {
    await resendCode(id, await networkAddress());
    return `${at}?envoi=nouveau`;
  });
}
