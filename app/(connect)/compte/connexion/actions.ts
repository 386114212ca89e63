"use server";

import { renewRecoveryCodes } from "@/lib/accounts/commands/recovery-codes";
import { confirmTotp, removeTotp, startTotp } from "@/lib/accounts/commands/totp";
import { totpInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { ownSession, requireRecentProof } from "@/lib/auth/proof";
import { forgetShownCodes, showCodes } from "@/lib/auth/shown-codes";
import { noteProof } from "@/lib/connect/commands/note-proof";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const AT = "/compte/connexion";
const CODES = `${AT}/codes`;
const proven = (at: string) => ({ at, as: () => requireRecentProof(at) });

export async function startTotpAction(form: FormData) {
  await submit(form, proven(AT), async (ctx) => `${AT}/application/${await startTotp(ctx)}`);
}

export async function confirmTotpAction(id: string, form: FormData) {
  await submit(form, proven(`${AT}/application/${id}`), async (ctx, values) => {
    const codes = await confirmTotp(ctx, parseInput(totpInput, { ...values, id }));
    await noteProof(ctx, (await ownSession()).uid, "totp", ["otp"]);
    if (!codes) return doneAt(AT, "application");
    await showCodes(ctx.actor.id, codes);
    return doneAt(CODES, "application");
  });
}

export async function removeTotpAction(form: FormData) {
  await submit(form, proven(AT), async (ctx) => {
    await removeTotp(ctx);
    return doneAt(AT, "application-retiree");
  });
}

export async function renewCodesAction(form: FormData) {
  await submit(form, proven(CODES), async (ctx) => {
    await showCodes(ctx.actor.id, await renewRecoveryCodes(ctx));
    return doneAt(CODES, "codes");
  });
}

export async function noteCodesAction(form: FormData) {
  await submit(form, proven(AT), async () => {
    await forgetShownCodes();
    return AT;
  });
}
