import { isTrue } from "@/lib/expressions/model";
import type { Condition } from "../schemas/conditions";
import type { Answers } from "./checks";
import { scopeOf } from "./scope";

/** Is it so, given these answers, on this day? No condition: always. */
export const holds = (condition: Condition | undefined, before: Answers, today: string): boolean =>
  condition === undefined || isTrue(condition, scopeOf({ today, before }));
