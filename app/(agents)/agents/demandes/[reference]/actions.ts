"use server";

import { revalidatePath } from "next/cache";
import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import { addNote } from "@/lib/casework/commands/add-note";
import { noteInput } from "@/lib/casework/schemas";
import type { Context } from "@/lib/context";
import { type DoneCode, doneAt } from "@/lib/done";
import { invalid, parseInput } from "@/lib/errors";
import { joinFiles } from "@/lib/files/commands/join";
import { parseDay } from "@/lib/format/date";
import { askSupplement } from "@/lib/requests/commands/ask-supplement";
import { assignRequest, releaseRequest } from "@/lib/requests/commands/assign-request";
import { fillPostedPanel } from "@/lib/requests/commands/fill-panel";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { sendMessage } from "@/lib/requests/commands/send-message";
import { MESSAGE_FILES, type Status } from "@/lib/requests/model";
import { getRequest } from "@/lib/requests/queries/get-request";
import { askInput, changeInput, fillInput, messageInput, moveInput } from "@/lib/requests/schemas";
import type { Values } from "@/lib/result";

/** Where the agent was: the request, and the view they came from. */
type Place = { reference: string; query: string };

const pathOf = ({ reference }: Place) => `/agents/demandes/${encodeURIComponent(reference)}`;
const pageOf = (place: Place) => `${pathOf(place)}?${place.query}`;

const run = (
  place: Place,
  form: FormData,
  command: (ctx: Context, values: Values) => Promise<DoneCode | { to: string }>,
) =>
  submit(
    form,
    { at: pageOf(place), as: () => requireAgent(pageOf(place)) },
    async (ctx, values) => {
      const code = await command(ctx, values);
      revalidatePath("/agents", "layout");
      return typeof code === "string" ? doneAt(pageOf(place), code) : code.to;
    },
  );

const change = ({ reference }: Place, values: Values) =>
  parseInput(changeInput, { ...values, reference });

const MOVED: Partial<Record<Status, DoneCode>> = {
  in_review: "en-examen",
  accepted: "acceptee",
  refused: "refusee",
  closed: "cloturee",
};

export async function moveAction(place: Place, form: FormData) {
  return run(place, form, async (ctx, values) => {
    const input = parseInput(moveInput, { ...values, reference: place.reference });
    const { status, redirect } = await moveRequest(ctx, input);
    return redirect ? { to: redirect } : (MOVED[status] ?? "modifiee");
  });
}

export async function askAction(place: Place, form: FormData) {
  return run(place, form, async (ctx, values) => {
    const dueOn = parseDay(values.dueOn ?? "") ?? values.dueOn;
    const { reference } = place;
    await askSupplement(ctx, parseInput(askInput, { ...values, dueOn, reference }));
    return "complement";
  });
}

export async function assignAction(place: Place, form: FormData) {
  return run(place, form, async (ctx, values) => {
    await assignRequest(ctx, change(place, values));
    return "attribuee";
  });
}

export async function releaseAction(place: Place, form: FormData) {
  return run(place, form, async (ctx, values) => {
    await releaseRequest(ctx, change(place, values));
    return "rendue";
  });
}

export async function messageAction(place: Place, form: FormData) {
  const { reference } = place;
  return run(place, form, async (ctx, values) => {
    const { id } = await getRequest(ctx, reference);
    const fileIds = await joinFiles(ctx, form, id, MESSAGE_FILES);
    await sendMessage(ctx, parseInput(messageInput, { ...values, reference, fileIds }));
    return "message";
  });
}

export async function noteAction(place: Place, form: FormData) {
  const { reference } = place;
  return run(place, form, async (ctx, { id, note }) => {
    const parsed = noteInput.safeParse({ reference, id, body: note });
    if (!parsed.success) throw invalid({ note: parsed.error.issues[0]?.message ?? "" });
    await addNote(ctx, parsed.data);
    return "note";
  });
}

export async function fillAction(place: Place, form: FormData) {
  const { reference } = place;
  return run(place, form, async (ctx, values) => {
    await fillPostedPanel(ctx, parseInput(fillInput, { ...values, reference }), form);
    return "formulaire-agent";
  });
}
