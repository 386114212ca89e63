"use server";

import { correctSignUp, resendCode, startSignUp } from "@/lib/accounts/commands/sign-up";
import { continuation } from "@/lib/accounts/model";
import { newAddressInput, signUpInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { rememberContinuation } from "@/lib/auth/continuation";
import { networkAddress } from "@/lib/auth/network";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const asNobody = async () => nobody;

export async function signUpAction(form: FormData) {
  const suite = continuation(form.get("suite"));
  const at = `/inscription?suite=${encodeURIComponent(suite)}`;
  await submit(form, { at, as: asNobody }, async (_, values) => {
    const id = await startSignUp(parseInput(signUpInput, values), await networkAddress());
    await rememberContinuation(suite);
    return `/inscription/${id}`;
  });
}

export async function resendSignUpAction(id: string, form: FormData) {
  await submit(form, { at: `/inscription/${id}`, as: asNobody }, async () => {
    await resendCode(id, await networkAddress());
    return doneAt(`/inscription/${id}`, "code-envoye");
  });
}

export async function correctSignUpAction(id: string, form: FormData) {
  await submit(form, { at: `/inscription/${id}`, as: asNobody }, async (_, values) => {
    const input = parseInput(newAddressInput, { ...values, id });
    await correctSignUp(input, await networkAddress());
    return doneAt(`/inscription/${id}`, "code-envoye");
  });
}
