import "server-only";
import type { ServiceRequest } from "@/db/schema/requests";
import type { Transaction } from "@/lib/context";
import { conflict, forbidden } from "@/lib/errors";
import { type Effect, type Input, interpret, type Outcome, statusOf } from "@/lib/workflows/model";
import { columnsOf, stateOf, toldOf, worldNow } from "../model/flow";
import { asMover } from "../policy";
import type { Change } from "../queries/freshness";
import type { RequestDetails } from "../queries/get-request";
import { changeRequest } from "./change-request";
import { perform } from "./perform";

type Refused = Extract<Outcome, { ok: false }>;

/** A global action moves nothing: its own words are the history's. */
function detailsOf(request: RequestDetails, input: Input, effects: readonly Effect[]) {
  const moved = effects.find((effect) => effect.type === "moved");
  if (moved) return toldOf(request, moved);
  if (input.kind !== "move") return {};
  const found = request.workflow.transitions.find(({ id }) => id === input.transition);
  return { label: found?.done ?? found?.label };
}

function refusalOf({ workflow }: RequestDetails, outcome: Refused) {
  if (outcome.why !== "loop") return conflict("Cette demande n’attend plus cette action.");
  const names = [...new Set(outcome.through)].map(
    (id) => `«\u00a0${statusOf(workflow, id)?.label.agent ?? id}\u00a0»`,
  );
  return conflict(
    `Le circuit de cette démarche tourne en rond entre ${names.join(", ")}\u00a0: rien n’a changé. Prévenez la personne qui l’administre.`,
  );
}

type Advance = Omit<Change, "details"> & {
  input: Input;
  details?: Record<string, unknown>;
  /** Columns besides those of the workflow. */
  values?: Partial<ServiceRequest>;
};

/** Whoever acts on a free request has it from then on. */
const assigneeOf = ({ actor }: Transaction, assigneeId: string | null) =>
  assigneeId ?? (actor.kind === "agent" ? actor.id : null);

/**
 * Makes the request's workflow go on: its new state, the event and all that has to be done besides, in one transaction.
 * Null if this very change was already written. Throws a conflict for what the workflow does not allow.
 */
export async function advance(ctx: Transaction, request: RequestDetails, change: Advance) {
  const { input, values, details, ...told } = change;
  const mover = asMover(ctx.actor, request);
  if (!mover) throw forbidden();
  const before = stateOf(request);
  const outcome = interpret(request.workflow, before, input, mover, worldNow());
  if (!outcome.ok) throw refusalOf(request, outcome);
  const { state, effects } = outcome;
  const columns = columnsOf(state);
  const isWritten = await changeRequest(ctx, request.id, {
    ...told,
    details: { ...details, ...detailsOf(request, input, effects) },
    values: { ...columns, assigneeId: assigneeOf(ctx, columns.assigneeId), ...values },
  });
  if (!isWritten) return null;
  const going = { ...request, arrival: before.flow.arrival };
  return { state, ...(await perform(ctx, going, effects)) };
}
