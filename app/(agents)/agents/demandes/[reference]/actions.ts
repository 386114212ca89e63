"use server";

import { revalidatePath } from "next/cache";
import { submit } from "@/lib/action";
import { requireAgent } from "@/lib/auth/session";
import { addNote } from "@/lib/casework/commands/add-note";
import { noteInput } from "@/lib/casework/schemas";
import type { Context } from "@/lib/context";
import { invalid, parseInput } from "@/lib/errors";
import { joinFiles } from "@/lib/files/commands/join";
import { parseDay } from "@/lib/format/date";
import { askSupplement } from "@/lib/requests/commands/ask-supplement";
import { assignRequest, releaseRequest } from "@/lib/requests/commands/assign-request";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { sendMessage } from "@/lib/requests/commands/send-message";
import { MESSAGE_FILES } from "@/lib/requests/model";
import { getRequest } from "@/lib/requests/queries/get-request";
import { askInput, changeInput, messageInput, moveInput } from "@/lib/requests/schemas";
import type { Values } from "@/lib/result";

/** Where the agent was: the request, and the view they came from. */
type Place = { reference: string; query: string };

const pathOf = ({ reference }: Place) => `/agents/demandes/${encodeURIComponent(reference)}`;
const pageOf = (place: Place) => `${pathOf(place)}?${place.query}`;

const run = (
  place: Place,
  form: FormData,
  command: (ctx: Context, values: Values) => Promise<unknown>,
  anchor = "",
) =>
  submit(
    form,
    { at: pageOf(place), as: () => requireAgent(pageOf(place)) },
    async (ctx, values) => {
      await command(ctx, values);
      revalidatePath("/agents", "layout");
      // Another fragment of the same address would not be read again: the query has to change too.
      return anchor ? `${pageOf(place)}&fait=${Date.now().toString(36)}${anchor}` : pageOf(place);
    },
  );

const change = ({ reference }: Place, values: Values) =>
  parseInput(changeInput, { ...values, reference });

export async function moveAction(place: Place, form: FormData) {
  return run(place, form, (ctx, values) =>
    moveRequest(ctx, parseInput(moveInput, { ...values, reference: place.reference })),
  );
}

export async function askAction(place: Place, form: FormData) {
  return run(place, form, (ctx, values) => {
    const dueOn = parseDay(values.dueOn ?? "") ?? values.dueOn;
    return askSupplement(
      ctx,
      parseInput(askInput, { ...values, dueOn, reference: place.reference }),
    );
  });
}

export async function assignAction(place: Place, form: FormData) {
  return run(place, form, (ctx, values) => assignRequest(ctx, change(place, values)));
}

export async function releaseAction(place: Place, form: FormData) {
  return run(place, form, (ctx, values) => releaseRequest(ctx, change(place, values)));
}

export async function messageAction(place: Place, form: FormData) {
  const { reference } = place;
  const send = async (ctx: Context, values: Values) => {
    const { id } = await getRequest(ctx, reference);
    const fileIds = await joinFiles(ctx, form, id, MESSAGE_FILES);
    await sendMessage(ctx, parseInput(messageInput, { ...values, reference, fileIds }));
  };
  return run(place, form, send, "#messages");
}

export async function noteAction(place: Place, form: FormData) {
  const { reference } = place;
  const add = (ctx: Context, { id, note }: Values) => {
    const parsed = noteInput.safeParse({ reference, id, body: note });
    if (!parsed.success) throw invalid({ note: parsed.error.issues[0]?.message ?? "" });
    return addNote(ctx, parsed.data);
  };
  return run(place, form, add, "#notes");
}
