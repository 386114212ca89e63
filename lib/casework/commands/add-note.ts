import "server-only";
import { notes } from "@/db/schema/casework";
import { type Context, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { canTreat } from "@/lib/requests/policy";
import { findSignature } from "@/lib/requests/queries/find-signature";
import { getRequest } from "@/lib/requests/queries/get-request";
import type { NoteInput } from "../schemas";

/** For the unit's agents only; also once the request is over. */
export function addNote(ctx: Context, { reference, id, body }: NoteInput) {
  return transaction(ctx, async (ctx) => {
    const { actor, db } = ctx;
    const request = await getRequest(ctx, reference);
    if (actor.kind !== "agent" || !canTreat(actor, request)) throw forbidden();
    const agentName = await findSignature(ctx, actor.id);
    const [written] = await db
      .insert(notes)
      .values({ id, requestId: request.id, agentId: actor.id, agentName, body })
      .onConflictDoNothing()
      .returning({ id: notes.id });
    if (written) await recordEvent(ctx, "request.note", request.id, { noteId: id });
  });
}
