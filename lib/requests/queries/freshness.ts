import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { authorOf } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { CHANGES, changeLabel } from "@/lib/events/model";
import { listHistory } from "@/lib/events/queries";
import { formatTime } from "@/lib/format/date";

export type Change = {
  /** The revision that whoever asks had under their eyes. */
  revision: number;
  action: (typeof CHANGES)[number];
  details?: Record<string, unknown>;
};

/** Who last changed this request, what they did and when; null if nobody did. */
const findLastChange = async (ctx: Context, requestId: string) =>
  (await listHistory(ctx, requestId, CHANGES, 1)).at(0) ?? null;

/** Did this actor already make this very change, from this revision? A double click, a reload, a retry. */
async function isAlreadyDone(ctx: Context, requestId: string, change: Change) {
  const author = authorOf(ctx.actor);
  const details = JSON.stringify({ ...change.details, revision: change.revision });
  const same = and(
    eq(events.subjectId, requestId),
    eq(events.action, change.action),
    eq(events.actorKind, author.actorKind),
    eq(events.actorId, author.actorId),
    sql`${events.details} @> ${details}::jsonb`,
  );
  const rows = await read(ctx, (db) =>
    db.select({ id: events.id }).from(events).where(same).limit(1),
  );
  return rows.length > 0;
}

/** Somebody was faster: says who, and what they did. */
async function lostRace(ctx: Context, requestId: string) {
  const last = await findLastChange(ctx, requestId);
  const what = last
    ? `${changeLabel(last.action, last.details)}, à ${formatTime(last.at)}.`
    : "elle a changé.";
  const author = authorOf(ctx.actor);
  if (last?.actorKind === author.actorKind && last.actorId === author.actorId)
    return conflict(
      `Vous avez déjà fait avancer cette demande, dans un autre onglet\u00a0: ${what} Relisez-la avant de recommencer.`,
    );
  if (last?.actorKind !== "agent" || ctx.actor.kind !== "agent")
    return conflict(
      `Cette demande vient de changer\u00a0: ${what} Relisez-la avant de recommencer.`,
    );
  const who = last.agentName ?? "Votre équipe";
  return conflict(
    `Une collègue ou un collègue vient de traiter cette demande. ${who}\u00a0: ${what} Relisez-la avant de recommencer.`,
  );
}

/**
 * Is the request still as it was read? False if this actor already made this very change: there is
 * nothing left to do. Throws a conflict that names whoever was faster.
 */
export async function isStillFresh(
  ctx: Context,
  request: { id: string; revision: number },
  change: Change,
) {
  if (request.revision === change.revision) return true;
  if (await isAlreadyDone(ctx, request.id, change)) return false;
  throw await lostRace(ctx, request.id);
}
