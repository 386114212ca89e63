import { type Actor, helperOf } from "@/lib/auth/actor";
import { move } from "@/lib/workflows/model";
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

/** The named move, if the workflow gives it to this actor from where the request is. */
export function allowedMove(
  actor: Actor,
  request: Owned & { workflow: WorkflowDefinition },
  transitionId: string,
) {
  const mover = moverOf(actor, request);
  return mover ? move(request.workflow, request.status, transitionId, mover) : undefined;
}
