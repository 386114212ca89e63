import type { Expression } from "@/lib/expressions/schemas";
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
