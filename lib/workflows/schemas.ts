import * as z from "zod";
import { STATUSES } from "@/lib/requests/model";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const transition = z.object({
  id,
  /** What the agent's or resident's button says: a verb and its object. */
  label: z.string().min(1),
  from: z.array(z.enum(STATUSES)).min(1),
  to: z.enum(STATUSES),
  by: z.enum(["resident", "agent", "system"]),
  asksReason: z.boolean().default(false),
});

/** One published version of a workflow: immutable, and the only list of how its requests move. */
export const workflowDefinition = z.object({ transitions: z.array(transition).min(1) });

export type Transition = z.infer<typeof transition>;
export type WorkflowDefinition = z.infer<typeof workflowDefinition>;
