export type { Action } from "./schemas/actions";
export { type WorkflowDefinition, workflowDefinition } from "./schemas/definition";
export { type Fault, faultsOf } from "./schemas/faults";
export { type WorkflowInput, type WorkflowShape, workflowShape } from "./schemas/shape";
export type { Phase, Transition, WorkflowStatus } from "./schemas/statuses";
