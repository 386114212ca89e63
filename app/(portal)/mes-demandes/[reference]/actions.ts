"use server";

import { revalidatePath } from "next/cache";
import { submit } from "@/lib/action";
import { getFilingContext, requireResident } from "@/lib/auth/session";
import { type DoneCode, doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { joinFiles } from "@/lib/files/commands/join";
import { answerSupplement } from "@/lib/requests/commands/answer-supplement";
import { fillPostedPanel } from "@/lib/requests/commands/fill-panel";
import { pressButton } from "@/lib/requests/commands/press-button";
import { sendMessage } from "@/lib/requests/commands/send-message";
import { withdrawRequest } from "@/lib/requests/commands/withdraw-request";
import { MESSAGE_FILES, supplementFiles } from "@/lib/requests/model";
import { followRequest } from "@/lib/requests/queries/follow-request";
import {
  changeInput,
  fillInput,
  messageInput,
  moveInput,
  replyInput,
} from "@/lib/requests/schemas";

const pageOf = (reference: string) => `/mes-demandes/${encodeURIComponent(reference)}`;

/** « Back » must not show the request as it was. */
function done(reference: string, what: DoneCode) {
  revalidatePath(pageOf(reference), "layout");
  return doneAt(pageOf(reference), what);
}

/** Whoever holds a request; nobody, once the session is over, signs in first. */
async function requireHolder(reference: string) {
  const ctx = await getFilingContext(reference);
  return ctx.actor.id === "" ? requireResident() : ctx;
}

const options = (reference: string) => ({
  at: pageOf(reference),
  as: () => requireHolder(reference),
});

export async function sendMessageAction(reference: string, form: FormData) {
  return submit(form, options(reference), async (ctx, values) => {
    const { request } = await followRequest(ctx, reference);
    const fileIds = await joinFiles(ctx, form, request.id, MESSAGE_FILES);
    await sendMessage(ctx, parseInput(messageInput, { ...values, reference, fileIds }));
    return done(reference, "message");
  });
}

export async function answerSupplementAction(reference: string, form: FormData) {
  return submit(form, options(reference), async (ctx, values) => {
    const { request, exchange } = await followRequest(ctx, reference);
    const fieldId = supplementFiles(exchange.waiting?.id ?? "");
    const fileIds = await joinFiles(ctx, form, request.id, fieldId);
    await answerSupplement(ctx, parseInput(replyInput, { ...values, reference, fileIds }));
    return done(reference, "reponse");
  });
}

export async function withdrawRequestAction(reference: string, form: FormData) {
  return submit(form, options(reference), async (ctx, values) => {
    await withdrawRequest(ctx, parseInput(changeInput, { ...values, reference }));
    return done(reference, "annulee");
  });
}

export async function fillPanelAction(reference: string, form: FormData) {
  return submit(form, options(reference), async (ctx, values) => {
    await fillPostedPanel(ctx, parseInput(fillInput, { ...values, reference }), form);
    return done(reference, "formulaire");
  });
}

export async function pressButtonAction(reference: string, form: FormData) {
  return submit(form, options(reference), async (ctx, values) => {
    const redirect = await pressButton(ctx, parseInput(moveInput, { ...values, reference }));
    return redirect ?? done(reference, "avancee");
  });
}
