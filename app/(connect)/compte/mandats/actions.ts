"use server";

import { submit } from "@/lib/action";
import { networkAddress } from "@/lib/auth/network";
import { requireRecentProof } from "@/lib/auth/proof";
import { requireAccount } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { notFound, parseInput } from "@/lib/errors";
import { acceptMandate, refuseMandate } from "@/lib/mandates/commands/answer-mandate";
import { askMandate } from "@/lib/mandates/commands/ask-mandate";
import { endMandate } from "@/lib/mandates/commands/end-mandate";
import { getMandate } from "@/lib/mandates/queries";
import { askMandateInput, mandateId } from "@/lib/mandates/schemas";

const LIST = "/compte/mandats";

const known = (id: unknown) => {
  const { data } = mandateId.safeParse(id);
  if (!data) throw notFound("Mandat");
  return data;
};

/** Whoever lets somebody act in their name proves first that it is them. */
export async function askForHelpAction(form: FormData) {
  const at = `${LIST}/demander`;
  await submit(form, { at, as: () => requireRecentProof(at) }, async (ctx, values) => {
    const input = parseInput(askMandateInput, { ...values, side: "person" });
    await askMandate(ctx, input, await networkAddress());
    return doneAt(LIST, "mandat-propose");
  });
}

export async function offerHelpAction(form: FormData) {
  const at = `${LIST}/proposer`;
  await submit(form, { at, as: () => requireAccount(at) }, async (ctx, values) => {
    const input = parseInput(askMandateInput, { ...values, side: "helper" });
    await askMandate(ctx, input, await networkAddress());
    return doneAt(LIST, "mandat-propose");
  });
}

/** The person proves again that it is them; a helper who accepts gives nothing of theirs. */
async function acceptingAs(id: string, at: string) {
  const ctx = await requireAccount(at);
  const { askedBy } = await getMandate(ctx, id);
  return askedBy === "helper" ? requireRecentProof(at) : ctx;
}

export async function acceptMandateAction(id: string, form: FormData) {
  const at = `${LIST}/${known(id)}`;
  await submit(form, { at, as: () => acceptingAs(id, at) }, async (ctx) => {
    await acceptMandate(ctx, id);
    return doneAt(LIST, "mandat-accepte");
  });
}

export async function refuseMandateAction(id: string, form: FormData) {
  const at = `${LIST}/${known(id)}`;
  await submit(form, { at, as: () => requireAccount(at) }, async (ctx) => {
    await refuseMandate(ctx, id);
    return doneAt(LIST, "mandat-refuse");
  });
}

/** From the session at hand, without any other question: stopping must be as easy as can be. */
export async function endMandateAction(id: string, form: FormData) {
  await submit(form, { at: LIST, as: () => requireAccount(LIST) }, async (ctx) => {
    await endMandate(ctx, known(id));
    return doneAt(LIST, "mandat-arrete");
  });
}
