import type * as z from "zod";
import { faultsOf } from "./faults";
import { workflowShape } from "./shape";

/** One published version of a workflow: immutable, and the only list of how its requests move. */
export const workflowDefinition = workflowShape
  .superRefine((definition, { addIssue }) => {
    for (const { path, message } of faultsOf(definition))
      addIssue({ code: "custom", path: [...path], message });
  })
  .readonly();

export type WorkflowDefinition = z.infer<typeof workflowDefinition>;
