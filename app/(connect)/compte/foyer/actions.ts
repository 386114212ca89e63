"use server";

import { submit } from "@/lib/action";
import { networkAddress } from "@/lib/auth/network";
import { requireAccount } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { notFound, parseInput } from "@/lib/errors";
import { addChild, removeChild, updateChild } from "@/lib/household/commands/children";
import { declineParent, inviteParent, joinParent } from "@/lib/household/commands/parents";
import {
  addChildInput,
  childId,
  inviteParentInput,
  joinInput,
  updateChildInput,
} from "@/lib/household/schemas";

const LIST = "/compte/foyer";

const at = (path: string) => ({ at: path, as: () => requireAccount(path) });

const known = (id: unknown) => {
  const { data } = childId.safeParse(id);
  if (!data) throw notFound("Enfant");
  return data;
};

export async function addChildAction(form: FormData) {
  await submit(form, at(`${LIST}/ajouter`), async (ctx, values) => {
    await addChild(ctx, parseInput(addChildInput, values));
    return doneAt(LIST, "enfant-ajoute");
  });
}

export async function updateChildAction(id: string, form: FormData) {
  await submit(form, at(`${LIST}/${known(id)}`), async (ctx, values) => {
    await updateChild(ctx, id, parseInput(updateChildInput, values));
    return doneAt(LIST, "enfant-corrige");
  });
}

export async function removeChildAction(id: string, form: FormData) {
  await submit(form, at(LIST), async (ctx) => {
    await removeChild(ctx, known(id));
    return doneAt(LIST, "enfant-retire");
  });
}

export async function inviteParentAction(id: string, form: FormData) {
  await submit(form, at(`${LIST}/${known(id)}`), async (ctx, values) => {
    const { email } = parseInput(inviteParentInput, values);
    await inviteParent(ctx, id, email, await networkAddress());
    return doneAt(`${LIST}/${id}`, "parent-invite");
  });
}

export async function joinParentAction(id: string, form: FormData) {
  await submit(form, at(`${LIST}/proposition/${known(id)}`), async (ctx, values) => {
    parseInput(joinInput, values);
    await joinParent(ctx, id);
    return doneAt(LIST, "enfant-partage");
  });
}

export async function declineParentAction(id: string, form: FormData) {
  await submit(form, at(LIST), async (ctx) => {
    await declineParent(ctx, known(id));
    return doneAt(LIST, "partage-refuse");
  });
}
