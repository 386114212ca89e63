import "server-only";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { notify } from "@/lib/notifications/commands/notify";
import type { Template } from "@/lib/notifications/model";
import { type Status, valuesAfter } from "../model";
import { allowedMove, canTreat } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest, type RequestDetails } from "../queries/get-request";
import type { MoveInput } from "../schemas";
import { changeRequest } from "./change-request";

const TOLD: Partial<Record<Status, Template>> = {
  accepted: "decision",
  refused: "decision",
  closed: "decision",
};

const templateFor = (from: Status, to: Status) =>
  to === "in_review" && from !== "awaiting_resident" ? "taken" : TOLD[to];

/** A refusal is motivated (CRPA L211-2): a dot or « non » is no reason. */
const SHORTEST_REFUSAL = 10;

/** Whoever acts on a free request has it from then on. */
const assignee = ({ actor }: Transaction, { assigneeId }: RequestDetails) =>
  actor.kind === "agent" && assigneeId === null ? { assigneeId: actor.id } : {};

function checkedMove({ actor }: Context, request: RequestDetails, input: MoveInput) {
  const found = allowedMove(actor, request, input.transition);
  if (!found || found.asks === "question")
    throw conflict("Cette demande n’attend plus cette action.");
  if (found.asks === "reason" && input.reason === "")
    throw invalid({ reason: "Écrivez le motif\u00a0: l’usager le lira tel quel." });
  if (found.to === "refused" && input.reason.length < SHORTEST_REFUSAL)
    throw invalid({
      reason: "Écrivez au moins une phrase\u00a0: l’usager lira ce motif tel quel.",
    });
  return found;
}

/**
 * An agent's move, with its reason if it asks for one: take in charge, accept, refuse, close, resume. Returns the
 * status it leads to.
 */
export function moveRequest(ctx: Context, input: MoveInput) {
  return transaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, input.reference);
    if (!canTreat(ctx.actor, request)) throw forbidden();
    const { revision, transition } = input;
    const change = { revision, action: "request.move", details: { transition } } as const;
    if (!(await isStillFresh(ctx, request, change))) return request.status;

    const { to, asks } = checkedMove(ctx, request, input);
    const values = {
      ...valuesAfter(request, to, new Date()),
      ...assignee(ctx, request),
      ...(asks === "reason" ? { reason: input.reason } : {}),
    };
    const details = { transition, to };
    if (!(await changeRequest(ctx, request.id, { ...change, values, details }))) return to;
    const template = templateFor(request.status, to);
    if (template) await notify(ctx, template, request.id);
    return to;
  });
}
