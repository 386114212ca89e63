import type { Filters, Scope } from "@/lib/expressions/model";
import type { Template } from "@/lib/expressions/schemas";
import type { Action, ActionOf } from "../schemas/actions";
import type { WorkflowDefinition } from "../schemas/definition";
import type { Phase } from "../schemas/statuses";
import type { CallResult, Flow, Holders, Priority } from "./flow";

/** All that the interpreter reads and changes of a request. `facts`: what its expressions see besides, by first name. */
export type State = {
  status: string;
  phase: Phase;
  flow: Flow;
  submittedAt: Date | null;
  deadlineAt: Date | null;
  pausedAt: Date | null;
  closedAt: Date | null;
  reason: string | null;
  priority: Priority;
  assigneeId: string | null;
  facts: Readonly<Record<string, unknown>>;
};

/** Everything from outside, given: the interpreter has no clock and no data of its own. */
export type World = {
  now: Date;
  filters: Filters;
  render: (
    template: Template,
    scope: Scope,
    context?: "text" | "html" | "header" | "url",
  ) => string;
};

/** Who makes it move. `audiences`: what this person is to the request, functions included. */
export type Mover = {
  side: "resident" | "agent" | "system";
  audiences: readonly string[];
  agentId?: string;
};

/** `arrival`: of the status that a timer, an answer… was meant for. */
export type Input =
  | { kind: "start" }
  | { kind: "move"; transition: string; reason?: string }
  | { kind: "time"; transition: string; arrival: number }
  | { kind: "form"; panel: string; values: Record<string, unknown> }
  | { kind: "comment"; panel: string; text: string }
  | { kind: "event"; event: string }
  | { kind: "answer"; action: string; arrival: number; result: CallResult }
  | { kind: "continue"; to: string; arrival: number };

type Said = ActionOf<"notice" | "mail" | "sms" | "notification">;

/** What has to be done outside the request's own row; `action` is its idempotency key, with the arrival. */
export type Effect =
  | { type: "moved"; from: string; to: string; phase: Phase; by: string }
  | { type: "told"; action: string; said: Said }
  | { type: "written"; action: string; to: readonly string[]; body: string }
  | { type: "changed"; action: string; what: Action["type"] }
  | { type: "appointed"; action: string; function: string; holders: Holders }
  | { type: "handed"; action: string; unit: string }
  | { type: "called"; action: string; arrival: number }
  | { type: "made"; action: string; made: ActionOf<"document" | "request" | "card"> }
  | { type: "anonymised"; action: string; keepsAccount: boolean }
  | { type: "deleted"; action: string }
  | { type: "redirected"; action: string; url: string }
  | { type: "answered"; panel: string; isTold: boolean }
  | { type: "timer"; transition: string; at: Date; arrival: number }
  | { type: "deferred"; to: string; arrival: number };

/**
 * `stale`: it was meant for a status that the request has left. `refused`: not from here, or not by them. `loop`: it would
 * never rest; `through` says where it turned.
 */
export type Outcome =
  | { ok: true; state: State; effects: Effect[] }
  | { ok: false; why: "stale" | "refused" }
  | { ok: false; why: "loop"; through: string[] };

export type Definition = WorkflowDefinition;
