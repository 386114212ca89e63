import "server-only";
import { notes } from "@/db/schema/casework";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

const NOBODY = "00000000-0000-0000-0000-000000000000";

type Written = { id: string; requestId: string; body: string };

/** A note that the request's workflow writes; its id is chosen by whoever asks, so that it is written once. */
export async function writeNote(ctx: Transaction, { id, requestId, body }: Written) {
  const [written] = await ctx.db
    .insert(notes)
    .values({ id, requestId, body, agentId: NOBODY, agentName: "Circuit de la démarche" })
    .onConflictDoNothing()
    .returning({ id: notes.id });
  if (written) await recordEvent(ctx, "request.note", requestId, { noteId: id });
}
