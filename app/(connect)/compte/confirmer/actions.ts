"use server";

import {
  askConfirmCode,
  confirmByCode,
  confirmByPasskey,
  confirmByPassword,
  confirmByTotp,
} from "@/lib/accounts/commands/confirm";
import { resendCode } from "@/lib/accounts/commands/sign-up";
import { confirmInput, ownPasswordInput, totpProofInput } from "@/lib/accounts/schemas";
import { signedPasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { submit } from "@/lib/action";
import { visitorId } from "@/lib/auth/csrf";
import { networkAddress } from "@/lib/auth/network";
import { confirmCodePath, confirmPath, ownSession } from "@/lib/auth/proof";
import { accountPath } from "@/lib/auth/return-path";
import { requireAccount } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const asOwner = () => requireAccount("/compte");

export async function confirmByPasswordAction(back: string, form: FormData) {
  await submit(form, { at: confirmPath(back), as: asOwner }, async (ctx, values) => {
    const { password } = parseInput(ownPasswordInput, values);
    await confirmByPassword(ctx, (await ownSession()).uid, password);
    return doneAt(accountPath(back), "confirme");
  });
}

export async function confirmByTotpAction(back: string, form: FormData) {
  await submit(form, { at: confirmPath(back), as: asOwner }, async (ctx, values) => {
    const { code } = parseInput(totpProofInput, values);
    await confirmByTotp(ctx, (await ownSession()).uid, code);
    return doneAt(accountPath(back), "confirme");
  });
}

export async function confirmByPasskeyAction(back: string, form: FormData) {
  await submit(form, { at: confirmPath(back), as: asOwner }, async (ctx, values) => {
    const signed = parseInput(signedPasskeyInput, values);
    await confirmByPasskey(ctx, (await ownSession()).uid, signed, await visitorId());
    return doneAt(accountPath(back), "confirme");
  });
}

export async function askConfirmCodeAction(back: string, form: FormData) {
  await submit(form, { at: confirmPath(back), as: asOwner }, async (ctx) =>
    confirmCodePath(await askConfirmCode(ctx, await networkAddress()), back),
  );
}

export async function confirmByCodeAction(id: string, back: string, form: FormData) {
  await submit(form, { at: confirmCodePath(id, back), as: asOwner }, async (ctx, values) => {
    const input = parseInput(confirmInput, { ...values, id });
    await confirmByCode(ctx, (await ownSession()).uid, input);
    return doneAt(accountPath(back), "confirme");
  });
}

export async function resendConfirmCodeAction(id: string, back: string, form: FormData) {
  const at = confirmCodePath(id, back);
  await submit(form, { at, as: asOwner }, async () => {
    await resendCode(id, await networkAddress());
    return doneAt(at, "code-envoye");
  });
}
