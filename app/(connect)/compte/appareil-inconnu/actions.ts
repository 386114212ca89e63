"use server";

import { refuseDevice } from "@/lib/accounts/commands/take-back";
import { linkInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { keyOf } from "@/lib/auth/one-time";
import { parseInput } from "@/lib/errors";

/** From the mailbox, perhaps on another device: the link is the proof. Goes on to the new password. */
export async function refuseDeviceAction(id: string, key: string, form: FormData) {
  const at = `/compte/appareil-inconnu/${id}?cle=${encodeURIComponent(key)}`;
  await submit(form, { at, as: async () => nobody }, async () => {
    const reset = await refuseDevice(parseInput(linkInput, { id, key }));
    const proof = keyOf({ id: reset, sendings: 1 });
    return `/mot-de-passe-oublie/${reset}?cle=${encodeURIComponent(proof)}`;
  });
}
