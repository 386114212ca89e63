import { type Actor, helperOf } from "@/lib/auth/actor";
import {
  asked,
  type Flow,
  isFrom,
  isTheirs,
  type Mover,
  statusIn,
  statusOf,
} from "@/lib/workflows/model";
import type { WorkflowDefinition } from "@/lib/workflows/schemas";
import { isOpen, type Status } from "./model";

type Owned = {
  residentId: string | null;
  trackingHash: string | null;
  unitId: string;
  status: Status;
};

/** Whoever acts in somebody’s name, only where the mandate reaches. */
const reaches = (actor: Actor, unitId: string) =>
  helperOf(actor)?.unitIds?.includes(unitId) ?? true;

/** The resident who filed it, or whoever holds its tracking code. */
export function isHolder(actor: Actor, { residentId, trackingHash, unitId }: Owned) {
  if (actor.kind === "resident") return residentId === actor.id && reaches(actor, unitId);
  return actor.kind === "visitor" && actor.id !== "" && trackingHash === actor.id;
}

/** Only a draft is filled, and only by whoever holds it. */
export const canFill = (actor: Actor, request: Owned) =>
  isHolder(actor, request) && request.status === "draft";

/** Agents of the unit in charge; they never see a draft. */
export const canTreat = (actor: Actor, { unitId, status }: Owned) =>
  actor.kind === "agent" && actor.unitIds.includes(unitId) && status !== "draft";

/** The policies of db/schema/requests.ts say the same, for the query that forgets to ask. */
export const canRead = (actor: Actor, request: Owned) =>
  isHolder(actor, request) || canTreat(actor, request) || actor.kind === "system";

/** Messages, both ways, as long as the request is not over. */
export const canWrite = (actor: Actor, request: Owned) =>
  isOpen(request.status) && (isHolder(actor, request) || canTreat(actor, request));

/** Whose moves this actor may make. */
export function moverOf(actor: Actor, request: Owned) {
  if (isHolder(actor, request)) return "resident";
  return canTreat(actor, request) ? "agent" : null;
}

type Treated = { assigneeId: string | null; flow: Partial<Flow> };

/** What an agent is to a request, besides one of its unit's agents. */
const functionsOf = (actor: Actor, { functions = {} }: Partial<Flow>) =>
  actor.kind === "agent"
    ? Object.entries(functions).flatMap(([name, { agents, units }]) =>
        agents.includes(actor.id) || units.some((unit) => actor.unitIds.includes(unit)) ? name : [],
      )
    : [];

/** Who this actor is to the request's workflow; null for whoever has nothing to do with it. */
export function asMover(actor: Actor, request: Owned & Treated): Mover | null {
  if (actor.kind === "system") return { side: "system", audiences: [] };
  const side = moverOf(actor, request);
  if (side === "resident") return { side, audiences: ["resident"] };
  if (side === null) return null;
  const isAssignee = request.assigneeId === actor.id;
  const own = [...(isAssignee ? ["assignee"] : []), ...functionsOf(actor, request.flow)];
  return { side, audiences: ["agents", ...own], agentId: actor.id };
}

type Flowing = Owned & Treated & { workflow: WorkflowDefinition; statusId: string | null };

/** The buttons that the workflow gives to this actor from where the request is; their conditions apart. */
export function allowedMoves(actor: Actor, request: Flowing) {
  const mover = asMover(actor, request);
  const status = statusIn(request.workflow, request);
  if (!mover || !status) return [];
  return request.workflow.transitions.filter(
    (transition) => isTheirs(transition, mover) && isFrom(transition, status.id),
  );
}

export const allowedMove = (actor: Actor, request: Flowing, transitionId: string) =>
  allowedMoves(actor, request).find(({ id }) => id === transitionId);

/** The button that asks a question, or answers it. */
export const findAsked = (actor: Actor, request: Flowing, what: "question" | "answer") =>
  allowedMoves(actor, request).find((transition) => asked(transition) === what);

/** The applicant's button that takes the request back. */
export const findWithdrawal = (actor: Actor, request: Flowing) =>
  allowedMoves(actor, request).find(
    ({ on, to }) =>
      on.by === "resident" && statusOf(request.workflow, to ?? "")?.phase === "cancelled",
  );
