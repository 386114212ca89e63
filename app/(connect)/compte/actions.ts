"use server";

import {
  askEmailChange,
  confirmEmailChange,
  undoEmailChange,
} from "@/lib/accounts/commands/change-email";
import { changePassword } from "@/lib/accounts/commands/change-password";
import { resendCode } from "@/lib/accounts/commands/sign-up";
import { updateAddress, updateIdentity, updatePhone } from "@/lib/accounts/commands/update-profile";
import {
  addressInput,
  changeEmailInput,
  changePasswordInput,
  confirmInput,
  identityInput,
  linkInput,
  phoneInput,
} from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { findAccountSession, openAccountSession } from "@/lib/auth/account-session";
import { nobody } from "@/lib/auth/actor";
import { leaveAccount } from "@/lib/auth/franceconnect-exit";
import { networkAddress } from "@/lib/auth/network";
import { keyOf } from "@/lib/auth/one-time";
import { requireRecentProof } from "@/lib/auth/proof";
import { requireAccount } from "@/lib/auth/session";
import { type DoneCode, doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const from = (at: string) => ({ at, as: () => requireAccount(at) });
const proven = (at: string) => ({ at, as: () => requireRecentProof(at) });

const saved = (what: DoneCode) => doneAt("/compte", what);

export async function updateIdentityAction(form: FormData) {
  await submit(form, from("/compte/identite"), async (ctx, values) => {
    await updateIdentity(ctx, parseInput(identityInput, values));
    return saved("identite");
  });
}

export async function updatePhoneAction(form: FormData) {
  await submit(form, from("/compte/telephone"), async (ctx, values) => {
    await updatePhone(ctx, parseInput(phoneInput, values));
    return saved("telephone");
  });
}

export async function updateAddressAction(form: FormData) {
  await submit(form, from("/compte/adresse"), async (ctx, values) => {
    await updateAddress(ctx, parseInput(addressInput, values));
    return saved("adresse");
  });
}

export async function changePasswordAction(form: FormData) {
  await submit(form, proven("/compte/mot-de-passe"), async (ctx, values) => {
    const session = await findAccountSession();
    await changePassword(ctx, parseInput(changePasswordInput, values));
    // Opened again as it was.
    const { isShared, authentication } = session ?? {};
    await openAccountSession(ctx.actor.id, { isShared, authentication });
    return saved("mot-de-passe");
  });
}

export async function askEmailChangeAction(form: FormData) {
  await submit(form, proven("/compte/courriel"), async (ctx, values) => {
    const input = parseInput(changeEmailInput, values);
    const id = await askEmailChange(ctx, input, await networkAddress());
    return `/compte/courriel/${id}`;
  });
}

export async function confirmEmailChangeAction(id: string, form: FormData) {
  await submit(form, from(`/compte/courriel/${id}`), async (ctx, values) => {
    await confirmEmailChange(ctx, parseInput(confirmInput, { ...values, id }));
    return saved("courriel");
  });
}

export async function resendEmailChangeAction(id: string, form: FormData) {
  await submit(form, from(`/compte/courriel/${id}`), async () => {
    await resendCode(id, await networkAddress());
    return doneAt(`/compte/courriel/${id}`, "code-envoye");
  });
}

/** From the old mailbox, perhaps on another device: the link is the proof. */
export async function undoEmailChangeAction(id: string, key: string, form: FormData) {
  const at = `/compte/annuler-changement/${id}?cle=${encodeURIComponent(key)}`;
  await submit(form, { at, as: async () => nobody }, async () => {
    const reset = await undoEmailChange(parseInput(linkInput, { id, key }));
    const proof = keyOf({ id: reset, sendings: 1 });
    return `/mot-de-passe-oublie/${reset}?cle=${encodeURIComponent(proof)}`;
  });
}

export async function signOutAction(form: FormData) {
  await submit(form, from("/compte"), () => leaveAccount(doneAt("/connexion", "deconnexion")));
}
