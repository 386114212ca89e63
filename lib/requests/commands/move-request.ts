import "server-only";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { asked, statusOf } from "@/lib/workflows/model";
import { allowedMove, canTreat } from "../policy";
import { isStillFresh } from "../queries/freshness";
import { getRequest, type RequestDetails } from "../queries/get-request";
import type { MoveInput } from "../schemas";
import { advance } from "./advance";

/** A refusal is motivated (CRPA L211-2): a dot or « non » is no reason. */
const SHORTEST_REFUSAL = 10;

function checkedMove({ actor }: Context, request: RequestDetails, input: MoveInput) {
  const found = allowedMove(actor, request, input.transition);
  if (!found || asked(found) === "question" || asked(found) === "answer")
    throw conflict("Cette demande n’attend plus cette action.");
  if (asked(found) !== "reason") return {};
  const { reason } = input;
  if (reason === "")
    throw invalid({ reason: "Écrivez le motif\u00a0: l’usager le lira tel quel." });
  const phase = statusOf(request.workflow, found.to ?? "")?.phase;
  if (phase === "refused" && reason.length < SHORTEST_REFUSAL)
    throw invalid({
      reason: "Écrivez au moins une phrase\u00a0: l’usager lira ce motif tel quel.",
    });
  return { reason };
}

/**
 * An agent's move, with its reason if it asks for one: take in charge, accept, refuse, close, resume, or whatever the
 * workflow calls it. Returns the phase it leads to, and where the agent goes next if the workflow says so.
 */
export function moveRequest(ctx: Context, input: MoveInput) {
  return transaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, input.reference);
    if (!canTreat(ctx.actor, request)) throw forbidden();
    const { revision, transition } = input;
    const change = { revision, action: "request.move", details: { transition } } as const;
    const before = { status: request.status, redirect: null };
    if (!(await isStillFresh(ctx, request, change))) return before;

    const reason = checkedMove(ctx, request, input);
    const moved = await advance(ctx, request, {
      ...change,
      input: { kind: "move", transition, ...reason },
    });
    return moved ? { status: moved.state.phase, redirect: moved.redirect } : before;
  });
}
