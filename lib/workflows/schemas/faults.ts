import { conditionFaults } from "./faults/conditions";
import { graphFaults } from "./faults/graph";
import { lawFaults } from "./faults/law";
import type { Fault } from "./faults/parts";
import { nameFaults, referenceFaults } from "./faults/references";
import { wordingFaults } from "./faults/wording";
import type { WorkflowShape } from "./shape";

export type { Fault } from "./faults/parts";

/** What keeps a definition from being published, in words for whoever writes it; nothing if it is sound. */
export function faultsOf(shape: WorkflowShape): Fault[] {
  const named = [...nameFaults(shape), ...referenceFaults(shape)];
  // The rest follows the arrows: nothing can be said of where they lead while one leads nowhere.
  const followed = named.length > 0 ? [] : [...graphFaults(shape), ...lawFaults(shape)];
  return [...named, ...wordingFaults(shape), ...conditionFaults(shape), ...followed];
}
