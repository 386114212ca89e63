import { FILTERS } from "@/lib/expressions/model/filters";
import { render } from "@/lib/expressions/model/render";
import type { Answers } from "@/lib/forms/model";
import {
  asked,
  type Effect,
  type Flow,
  flowOf,
  isFrom,
  type Mover,
  moves,
  type Priority,
  type State,
  scopeOf,
  statusIn,
  statusOf,
  type World,
} from "@/lib/workflows/model";
import type { WorkflowDefinition } from "@/lib/workflows/schemas";
import type { Asks } from "@/lib/workflows/schemas/triggers";
import { STATUS_LABELS, type Status } from "../model";

export type FlowingRequest = {
  reference: string;
  title: string;
  status: Status;
  statusId: string | null;
  flow: Partial<Flow>;
  priority: Priority;
  submittedAt: Date | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  reason: string | null;
  assigneeId: string | null;
  answers: Answers;
  applicantName: string | null;
  applicantEmail: string | null;
  applicantPhone: string | null;
  organisationName: string;
  unitName: string;
  workflow: WorkflowDefinition;
};

export const worldNow = (now = new Date()): World => ({
  now,
  filters: FILTERS,
  render: (template, scope, context = "text") => {
    const rendered = render(template, scope, context);
    return rendered.ok ? rendered.text : "";
  },
});

/** What the workflow's expressions see of the request, besides what the workflow itself notes. */
const factsOf = (request: FlowingRequest): State["facts"] => ({
  ...request.answers,
  request: { reference: request.reference, title: request.title },
  applicant: {
    name: request.applicantName,
    email: request.applicantEmail,
    phone: request.applicantPhone,
  },
  organisation: { name: request.organisationName },
  unit: { name: request.unitName },
});

/** A sent request as the interpreter reads it. */
export function stateOf(request: FlowingRequest): State {
  const status = statusIn(request.workflow, request);
  if (!status) throw new Error(`no status of phase ${request.status}`);
  const { flow, priority, submittedAt, deadlineAt, pausedAt, closedAt, reason, assigneeId } =
    request;
  return {
    status: status.id,
    phase: status.phase,
    // Before workflows counted them, it had entered one at least.
    flow: flowOf({ arrival: 1, ...flow }),
    ...{ priority, submittedAt, deadlineAt, pausedAt, closedAt, reason, assigneeId },
    facts: factsOf(request),
  };
}

/** A draft that is being sent: it enters its first status. */
export const unsentState = (sent: {
  answers: Answers;
  submittedAt: Date;
  deadlineAt: Date | null;
}): State => ({
  status: "",
  phase: "submitted",
  flow: flowOf({}),
  submittedAt: sent.submittedAt,
  deadlineAt: sent.deadlineAt,
  pausedAt: null,
  closedAt: null,
  reason: null,
  priority: "normal",
  assigneeId: null,
  facts: sent.answers,
});

/** The columns that the interpreter's outcome is written to. */
export const columnsOf = ({ phase, status, facts: _, ...values }: State) => ({
  ...values,
  status: phase,
  statusId: status,
});

type Moved = Extract<Effect, { type: "moved" }>;

/** Past the words of the portal's own statuses, what the history says is the workflow's. */
export function toldOf({ workflow }: Pick<FlowingRequest, "workflow">, { to, phase, by }: Moved) {
  const done = workflow.transitions.find(({ id }) => id === by)?.done;
  const label = statusOf(workflow, to)?.label.resident;
  const isOwn = label !== STATUS_LABELS[phase];
  return {
    to: phase,
    ...(to === phase ? {} : { status: to }),
    ...(done || isOwn ? { label: done ?? label } : {}),
  };
}

/** Does this event move the request from where it is? */
export function takesEvent(
  request: Pick<FlowingRequest, "workflow" | "status" | "statusId">,
  event: string,
) {
  const status = statusIn(request.workflow, request);
  return request.workflow.transitions.some(
    (transition) =>
      status !== undefined &&
      transition.on.by === "event" &&
      transition.on.event === event &&
      isFrom(transition, status.id),
  );
}

/** A button as a page shows it: what it says, what has to be written with it, the phase it leads to. */
export type Move = {
  id: string;
  label: string;
  asks: Asks;
  confirm: string | null;
  phase: Status | null;
};

/** The buttons of this person now, conditions included. */
export const movesOf = (request: FlowingRequest, mover: Mover): Move[] =>
  moves(request.workflow, stateOf(request), mover, worldNow()).map((transition) => ({
    id: transition.id,
    label: transition.label,
    asks: asked(transition),
    confirm: "confirm" in transition.on ? (transition.on.confirm ?? null) : null,
    phase: statusOf(request.workflow, transition.to ?? "")?.phase ?? null,
  }));

/** What the workflow's templates see of the request as it is now. */
export const scopeNow = (request: FlowingRequest) => scopeOf(stateOf(request), worldNow());
