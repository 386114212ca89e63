import type { Status } from "@/lib/requests/model";
import type { Transition, WorkflowDefinition } from "./schemas";

type Mover = Transition["by"];

/** What this kind of actor may do with a request in this status, in the order of the definition. */
export const moves = ({ transitions }: WorkflowDefinition, status: Status, by: Mover) =>
  transitions.filter((t) => t.by === by && t.from.includes(status));

/** The named move, if this kind of actor may make it from this status. */
export const move = (definition: WorkflowDefinition, status: Status, id: string, by: Mover) =>
  moves(definition, status, by).find((t) => t.id === id);

/** The first move of this kind that leads there; for callers that know the outcome, not the name. */
export const moveTo = (definition: WorkflowDefinition, status: Status, to: Status, by: Mover) =>
  moves(definition, status, by).find((t) => t.to === to);
