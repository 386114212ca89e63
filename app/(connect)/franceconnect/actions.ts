"use server";

import { askMailbox, askMailboxAgain } from "@/lib/accounts/commands/join-identity";
import { findOpenCode } from "@/lib/accounts/queries";
import { askMailboxInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { identifyingBrowser } from "@/lib/auth/identification";
import { networkAddress } from "@/lib/auth/network";
import { doneAt } from "@/lib/done";
import { notFound, parseInput } from "@/lib/errors";

const asNobody = async () => nobody;

export async function askMailboxAction(id: string, form: FormData) {
  await submit(form, { at: `/franceconnect/${id}`, as: asNobody }, async (_, values) => {
    const input = parseInput(askMailboxInput, { ...values, id });
    const code = await askMailbox(input, await identifyingBrowser(), await networkAddress());
    return `/franceconnect/preuve/${code}`;
  });
}

export async function askMailboxAgainAction(id: string, form: FormData) {
  const at = `/franceconnect/preuve/${id}`;
  await submit(form, { at, as: asNobody }, async () => {
    const code = await findOpenCode(id, "franceconnect");
    if (!code) throw notFound("Code");
    await askMailboxAgain(id, code.email, await identifyingBrowser(), await networkAddress());
    return doneAt(at, "code-envoye");
  });
}
