import * as z from "zod";
import { isClosed, STATUSES, type Status } from "@/lib/requests/model";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const ACTORS_OF_MOVES = ["resident", "agent", "system"] as const;

/** What has to be written with a move: nothing, why, what is missing, or what was missing. */
export const ASKS = ["nothing", "reason", "question", "answer"] as const;

export const transition = z.object({
  id,
  /** What the agent's or resident's button says: a verb and its object. */
  label: z.string().min(1),
  from: z.array(z.enum(STATUSES)).min(1),
  to: z.enum(STATUSES),
  by: z.enum(ACTORS_OF_MOVES),
  asks: z.enum(ASKS).default("nothing"),
});

/** One published version of a workflow: immutable, and the only list of how its requests move. */
export const workflowDefinition = z
  .object({ transitions: z.array(transition).min(1) })
  .superRefine((definition, { addIssue }) => {
    for (const message of faultsOf(definition)) addIssue({ code: "custom", message });
  });

export type Transition = z.infer<typeof transition>;
export type WorkflowDefinition = z.infer<typeof workflowDefinition>;

/** Statuses found by following these arrows from here. */
function reached(arrows: readonly (readonly [Status, Status])[], from: Status[]) {
  const seen = new Set<Status>(from);
  for (const status of seen) for (const [start, end] of arrows) if (start === status) seen.add(end);
  return seen;
}

function faultOf({ id, from, to, by, asks }: Transition): string[] {
  const faults: [boolean, string][] = [
    [from.some(isClosed), "leaves a final status"],
    [to === "draft", "goes back to the draft"],
    [from.includes("draft") && by !== "resident", "sends a draft in the resident's name"],
    [to === "awaiting_resident" && asks !== "question", "waits for the resident, asks nothing"],
    [asks === "question" && to !== "awaiting_resident", "asks a question, does not wait"],
    [asks === "answer" && !from.every((s) => s === "awaiting_resident"), "answers no question"],
    [to === "refused" && asks !== "reason", "refuses without a reason"],
  ];
  return faults.flatMap(([isFault, what]) => (isFault ? [`${id}: ${what}`] : []));
}

/** What makes a definition unusable, in words; nothing if it is sound. */
export function faultsOf({ transitions }: WorkflowDefinition): string[] {
  const named = new Set<Status>(transitions.flatMap((t) => [...t.from, t.to]));
  const arrows = transitions.flatMap((t) => t.from.map((from) => [from, t.to] as const));
  const back = arrows.map(([from, to]) => [to, from] as const);
  const reachable = reached(arrows, ["draft"]);
  const ending = reached(back, [...named].filter(isClosed));
  const ids = transitions.map((t) => t.id);
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: named twice`),
    ...[...named].filter((s) => !reachable.has(s)).map((s) => `${s}: cannot be reached`),
    ...[...reachable].filter((s) => !ending.has(s)).map((s) => `${s}: leads to no final status`),
    ...transitions.flatMap(faultOf),
  ];
}
