import type { Expression } from "@/lib/expressions/schemas";
import { NO_FLOW } from "@/lib/workflows/model/flow";
import { interpret } from "@/lib/workflows/model/interpret";
import type { Input, Mover, State, World } from "@/lib/workflows/model/state";
import { workflowDefinition } from "@/lib/workflows/schemas/definition";
import { faultsOf } from "@/lib/workflows/schemas/faults";
import { type WorkflowInput, workflowShape } from "@/lib/workflows/schemas/shape";

const both = (label: string) => ({ agent: label, resident: label });
export const status = (
  id: string,
  phase: WorkflowInput["statuses"][number]["phase"],
  more: Partial<WorkflowInput["statuses"][number]> = {},
) => ({ id, label: both(id), phase, ...more });

export type Way = NonNullable<WorkflowInput["transitions"]>[number];
export const way = (
  id: string,
  from: Way["from"],
  to: string | undefined,
  more: Partial<Way> = {},
): Way => ({
  id,
  label: id,
  from,
  ...(to ? { to } : {}),
  on: { by: "agent" },
  ...more,
});

/** Three statuses, one after the other. */
export const SOUND: WorkflowInput = {
  start: "sent",
  statuses: [status("sent", "submitted"), status("study", "in_review"), status("done", "closed")],
  transitions: [way("take", ["sent"], "study"), way("end", ["study"], "done")],
  retention: { amount: 60, unit: "months", do: "anonymise" },
};

export const plus = (more: {
  statuses?: WorkflowInput["statuses"];
  transitions?: Way[];
}): WorkflowInput => ({
  ...SOUND,
  statuses: [...SOUND.statuses, ...(more.statuses ?? [])],
  transitions: [...(SOUND.transitions ?? []), ...(more.transitions ?? [])],
});

export const changed = (
  id: string,
  more: Partial<WorkflowInput["statuses"][number]>,
): WorkflowInput => ({
  ...SOUND,
  statuses: SOUND.statuses.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

/** What is wrong with it, with plain spaces. */
export const faults = (input: WorkflowInput) =>
  faultsOf(workflowShape.parse(input)).map(({ message }) => message.replaceAll("\u00a0", " "));

export const ref = (path: string): Expression => ({ op: "ref", path });
export const jump = (id: string, to: string, when?: Expression) => ({
  type: "jump" as const,
  id,
  to,
  ...(when ? { when } : {}),
});
export const always: Expression = { op: "value", value: true };

export const define = (input: WorkflowInput) => workflowDefinition.parse(input);

/** Filled by no template: what is written is told as it is. */
export const worldAt = (now: string, filters = {}): World => ({
  now: new Date(now),
  filters,
  render: (template) => template.filter((part) => typeof part === "string").join(""),
});

export const agentMover: Mover = { side: "agent", audiences: ["agents"], agentId: "karim" };
export const residentMover: Mover = { side: "resident", audiences: ["resident"] };
export const systemMover: Mover = { side: "system", audiences: [] };

/** Just before it is sent. */
export const unsent = (facts: State["facts"] = {}): State => ({
  status: "",
  phase: "submitted",
  flow: NO_FLOW,
  submittedAt: new Date("2027-03-01T09:00:00Z"),
  deadlineAt: new Date("2027-04-30T21:59:59Z"),
  pausedAt: null,
  closedAt: null,
  reason: null,
  priority: "normal",
  assigneeId: null,
  facts,
});

export const NOW = "2027-03-01T09:00:00Z";

/** What an input leaves; throws when it is refused. */
export function play(
  input: WorkflowInput,
  state: State,
  what: Input,
  mover: Mover = agentMover,
  now = NOW,
) {
  const outcome = interpret(define(input), state, what, mover, worldAt(now));
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome;
}

export const sent = (input: WorkflowInput, facts = {}) =>
  play(input, unsent(facts), { kind: "start" }, residentMover).state;
export const move = (transition: string): Input => ({ kind: "move", transition });
const text = (field: string, value: string) => ({
  field,
  value: { kind: "text" as const, words: [value] },
});
export const set = (id: string, field: string, value: string) => ({
  type: "set" as const,
  id,
  fields: [text(field, value)],
});
export const FIELDS = { fields: [{ id: "note", label: "Note", type: "text" as const }] };
