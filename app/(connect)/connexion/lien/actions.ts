"use server";

import { askSignInLink } from "@/lib/accounts/commands/sign-in-link";
import { resendCode } from "@/lib/accounts/commands/sign-up";
import { continuation } from "@/lib/accounts/model";
import { askResetInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { rememberContinuation } from "@/lib/auth/continuation";
import { visitorId } from "@/lib/auth/csrf";
import { networkAddress } from "@/lib/auth/network";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const asNobody = async () => nobody;

export async function askLinkAction(form: FormData) {
  const suite = continuation(form.get("suite"));
  const at = `/connexion/lien?suite=${encodeURIComponent(suite)}`;
  await submit(form, { at, as: asNobody }, async (_, values) => {
    const input = parseInput(askResetInput, values);
    const id = await askSignInLink(input, await visitorId(), await networkAddress());
    await rememberContinuation(suite);
    return `/connexion/lien/${id}`;
  });
}

export async function resendLinkAction(id: string, form: FormData) {
  const at = `/connexion/lien/${id}`;
  await submit(form, { at, as: asNobody }, async () => {
    await resendCode(id, await networkAddress());
    return doneAt(at, "lien-envoye");
  });
}
