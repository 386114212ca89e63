import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";

import { messages, requests } from "@/db/schema/requests";
import { writeNote } from "@/lib/casework/commands/write-note";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { forbidden } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { keepDocument } from "@/lib/files/commands/keep-document";
import { isUuid } from "@/lib/format/id";
import { actionOf, valueIn } from "@/lib/workflows/model";
import type { Action } from "@/lib/workflows/schemas";
import { scopeNow, worldNow } from "../model/flow";
import { findOpenUnit } from "../queries/find-open-unit";
import { lockRequest, type RequestDetails } from "../queries/get-request";
import { writeDocument } from "../queries/written-document";

type Payload = { requestId: string; action: string; arrival: number };

/** The same for the same action at the same stay in a status: done twice, it is written once. */
function idOf({ requestId, action, arrival }: Payload) {
  const hash = createHash("sha256").update(`${requestId}.${arrival}.${action}`).digest("hex");
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
}

type ActionOf<T extends Action["type"]> = Extract<Action, { type: T }>;

/** A message to the resident, in the unit's name; a note between agents when it is not for the resident. */
async function write(
  ctx: Transaction,
  request: RequestDetails,
  action: ActionOf<"write">,
  id: string,
) {
  const body = worldNow().render(action.words, scopeNow(request));
  const said = { id, requestId: request.id, body };
  if (!action.to.includes("resident")) return writeNote(ctx, said);
  const { actorKind, actorId } = { actorKind: "system" as const, actorId: ctx.actor.id };
  const [written] = await ctx.db
    .insert(messages)
    .values({ ...said, authorKind: actorKind, authorId: actorId, authorName: request.unitName })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (written) await recordEvent(ctx, "request.message", request.id, { messageId: id });
}

/** To another unit of the same organisation, open still. */
async function handOver(ctx: Transaction, request: RequestDetails, action: ActionOf<"assign">) {
  if (action.to.kind !== "unit") return;
  const unit = valueIn(action.to.unit, scopeNow(request), worldNow());
  if (typeof unit !== "string" || !isUuid(unit) || unit === request.unitId) return;
  const open = await findOpenUnit(ctx, request.organisationId, unit);
  if (!open) return;
  await ctx.db
    .update(requests)
    .set({ unitId: open.id, assigneeId: null, revision: sql`${requests.revision} + 1` })
    .where(eq(requests.id, request.id));
  const { revision, unitId } = request;
  const details = { from: unitId, to: open.id, unitName: open.name, revision };
  await recordEvent(ctx, "request.hand-over", request.id, details);
}

/** A decision, an attestation…: joined to the request, where its applicant finds it. */
async function makeDocument(
  ctx: Transaction,
  request: RequestDetails,
  action: ActionOf<"document">,
  id: string,
) {
  const { name, bytes } = await writeDocument(request, action);
  const fieldId = action.field ?? action.id;
  await keepDocument(ctx, { id, requestId: request.id, fieldId, name, bytes });
}

async function perform(ctx: Transaction, request: RequestDetails, action: Action, id: string) {
  if (action.type === "write") return write(ctx, request, action, id);
  if (action.type === "assign") return handOver(ctx, request, action);
  if (action.type === "document" && action.to.includes("resident"))
    return makeDocument(ctx, request, action, id);
  return recordEvent(ctx, "request.undone", request.id, { did: action.id, what: action.type });
}

/** Does what a workflow asked for besides the request's own row; done twice, it is done once. */
export function doAction(ctx: Context, payload: Payload) {
  return transaction(ctx, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const request = await lockRequest(ctx, payload.requestId);
    const action = request && actionOf(request.workflow, payload.action);
    if (request && action) await perform(ctx, request, action, idOf(payload));
  });
}
