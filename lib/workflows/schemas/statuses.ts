import * as z from "zod";
import { expression } from "@/lib/expressions/schemas";
import { STATUSES } from "@/lib/requests/model";
import { actions } from "./actions";
import { labels, name, text } from "./names";
import { panel } from "./panels";
import { trigger } from "./triggers";
import { when } from "./words";

/**
 * What queues, figures, the legal clock, row level security and the portal's own words know of a status: `requests.status`.
 * The draft is before the workflow.
 */
export const phase = z.enum(STATUSES).exclude(["draft"]);
export type Phase = z.infer<typeof phase>;

export const status = z.strictObject({
  id: name,
  label: labels,
  phase,
  /** The legal clock stops here: the resident is awaited (always, in `awaiting_resident`), or an opinion is. */
  pauses: z.boolean().default(false),
  panels: z.array(panel).max(50).default([]),
  onEnter: actions.default([]),
  onLeave: actions.default([]),
  /** What is done on entering is done for each of these items (`item`), and then the request goes to `to`. */
  each: z.strictObject({ items: expression, to: name.optional() }).optional(),
});
export type WorkflowStatus = z.infer<typeof status>;

/**
 * From these statuses (`any`: all) to another one; without `to`, the request stays where it is, and what the transition
 * does is done: a global action.
 */
export const transition = z.strictObject({
  id: name,
  /** What the button says: a verb and its object. */
  label: text.default(""),
  /** What the history says once it is done; else the label of the status. */
  done: text.optional(),
  from: z.union([z.literal("any"), z.array(name).min(1)]),
  to: name.optional(),
  on: trigger,
  when,
  actions: actions.default([]),
});
export type Transition = z.infer<typeof transition>;
