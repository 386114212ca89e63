import type { Comparison, Condition } from "../schemas/conditions";
import type { Answers } from "./checks";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a condition compares: « autre » is `other`, a commune its INSEE code or its name. */
function plain(answer: unknown): unknown {
  if (!isRecord(answer)) return answer;
  if ("other" in answer) return "other";
  return answer.insee ?? answer.name;
}

const isOne = (answer: unknown, value: unknown) =>
  Array.isArray(answer) ? answer.some((a) => plain(a) === value) : plain(answer) === value;

/** Two numbers, or two dates in ISO 8601. */
const isOrdered = (answer: unknown, value: string | number): answer is string | number =>
  typeof answer === typeof value;

function compares(comparison: Comparison, answer: unknown): boolean {
  switch (comparison.op) {
    case "equals":
      return isOne(answer, comparison.value);
    case "oneOf":
      return comparison.values.some((value) => isOne(answer, value));
    case "answered":
      return answer !== undefined;
    case "greater":
      return isOrdered(answer, comparison.value) && answer > comparison.value;
    case "less":
      return isOrdered(answer, comparison.value) && answer < comparison.value;
  }
}

/** Is it so, given these answers? No condition: always. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  switch (condition.op) {
    case "not":
      return !holds(condition.condition, answers);
    case "all":
      return condition.conditions.every((c) => holds(c, answers));
    case "any":
      return condition.conditions.some((c) => holds(c, answers));
    default: {
      const { field } = condition;
      return compares(condition, Object.hasOwn(answers, field) ? answers[field] : undefined);
    }
  }
}
