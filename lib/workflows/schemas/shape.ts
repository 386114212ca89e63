import * as z from "zod";
import { itemField } from "@/lib/forms/schemas/fields";
import { name, text } from "./names";
import { status, transition } from "./statuses";

/** Retention: how long after its end a request is kept, and what is done of it then (RGPD art. 5.1 e). */
const retention = z.strictObject({
  amount: z.int().min(1).max(1200),
  unit: z.enum(["days", "months"]),
  do: z.enum(["anonymise", "delete"]),
});

/** As it is stored while it is being written: each part has its shape, and the whole may still have faults. */
export const workflowShape = z.strictObject({
  /** Where a request is once it is sent. */
  start: name,
  statuses: z.array(status).min(1).max(200),
  transitions: z.array(transition).max(1000).default([]),
  /** Roles on the request, besides the applicant and the agents of its unit. */
  functions: z
    .array(z.strictObject({ id: name, label: text }))
    .max(50)
    .default([]),
  /** Internal fields: what agents and actions note, which the resident never reads. */
  fields: z.array(itemField).max(300).default([]),
  /** What each procedure that uses this workflow sets for itself. */
  options: z.array(itemField).max(200).default([]),
  retention: retention.optional(),
});

export type WorkflowShape = z.infer<typeof workflowShape>;
/** As an author writes it: what has a default may be left out. */
export type WorkflowInput = z.input<typeof workflowShape>;
