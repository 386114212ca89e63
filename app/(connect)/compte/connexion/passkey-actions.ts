"use server";

import { addPasskey, removePasskey, renamePasskey } from "@/lib/accounts/commands/passkeys";
import { newPasskeyInput, renamePasskeyInput } from "@/lib/accounts/schemas/passkeys";
import { submit } from "@/lib/action";
import { visitorId } from "@/lib/auth/csrf";
import { deviceName } from "@/lib/auth/device";
import { ownSession, requireRecentProof } from "@/lib/auth/proof";
import { showCodes } from "@/lib/auth/shown-codes";
import { noteProof } from "@/lib/connect/commands/note-proof";
import { doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";

const AT = "/compte/connexion";
const pageOf = (id: string) => `${AT}/cles/${id}`;
const proven = (at: string) => ({ at, as: () => requireRecentProof(at) });

export async function addPasskeyAction(form: FormData) {
  await submit(form, proven(AT), async (ctx, values) => {
    const input = { ...parseInput(newPasskeyInput, values), name: await deviceName() };
    const { methods, codes } = await addPasskey(ctx, input, await visitorId());
    await noteProof(ctx, (await ownSession()).uid, "passkey", methods);
    if (!codes) return doneAt(AT, "cle");
    await showCodes(ctx.actor.id, codes);
    return doneAt(`${AT}/codes`, "cle");
  });
}

export async function renamePasskeyAction(id: string, form: FormData) {
  await submit(form, proven(pageOf(id)), async (ctx, values) => {
    await renamePasskey(ctx, parseInput(renamePasskeyInput, { ...values, id }));
    return doneAt(AT, "cle-renommee");
  });
}

export async function removePasskeyAction(id: string, form: FormData) {
  await submit(form, proven(pageOf(id)), async (ctx) => {
    await removePasskey(ctx, id);
    return doneAt(AT, "cle-retiree");
  });
}
