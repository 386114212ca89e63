"use server";

import { askRecoveredMailbox } from "@/lib/accounts/commands/recover-account";
import { linkInput, newAddressInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { identifyingBrowser } from "@/lib/auth/identification";
import { networkAddress } from "@/lib/auth/network";
import { keyOf } from "@/lib/auth/one-time";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { refuseRecovery, takeRecovered } from "@/lib/lifecycle/commands/end-recovery";

const asNobody = async () => nobody;
const withKey = (path: string, key: string) => `${path}?cle=${encodeURIComponent(key)}`;

export async function askMailboxAction(id: string, form: FormData) {
  await submit(form, { at: `/recuperation/${id}`, as: asNobody }, async (_, values) => {
    const input = parseInput(newAddressInput, { ...values, id });
    const [browser, network] = [await identifyingBrowser(), await networkAddress()];
    return `/recuperation/code/${await askRecoveredMailbox(input, browser, network)}`;
  });
}

/** From the mailbox of the account: the link is the proof. */
export async function refuseRecoveryAction(id: string, key: string, form: FormData) {
  const at = withKey(`/recuperation/annuler/${id}`, key);
  await submit(form, { at, as: asNobody }, async () => {
    await refuseRecovery(parseInput(linkInput, { id, key }));
    return doneAt("/connexion", "recuperation-annulee");
  });
}

/** From the new mailbox, after the delay. Goes on to the new password. */
export async function takeRecoveredAction(id: string, key: string, form: FormData) {
  const at = withKey(`/recuperation/reprendre/${id}`, key);
  await submit(form, { at, as: asNobody }, async () => {
    const reset = await takeRecovered(parseInput(linkInput, { id, key }));
    return withKey(`/mot-de-passe-oublie/${reset}`, keyOf({ id: reset, sendings: 1 }));
  });
}
