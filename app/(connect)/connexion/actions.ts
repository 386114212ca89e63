"use server";

import { authenticate } from "@/lib/accounts/commands/authenticate";
import { continuation } from "@/lib/accounts/model";
import { authenticateInput } from "@/lib/accounts/schemas";
import { submit } from "@/lib/action";
import { nobody } from "@/lib/auth/actor";
import { deviceName, heldDevice } from "@/lib/auth/device";
import { enter } from "@/lib/auth/enter";
import { networkAddress } from "@/lib/auth/network";
import { parseInput } from "@/lib/errors";

export async function signInAction(form: FormData) {
  const suite = continuation(form.get("suite"));
  const at = `/connexion?suite=${encodeURIComponent(suite)}`;
  await submit(form, { at, as: async () => nobody }, async (_, values) => {
    const input = parseInput(authenticateInput, values);
    const [network, device] = [await networkAddress(), await deviceName()];
    const { id } = await authenticate(input, network, device, await heldDevice());
    return enter(id, { isShared: values.shared === "oui", suite });
  });
}
