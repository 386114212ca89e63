import { filtersOf, isTrue, referencesOf } from "@/lib/expressions/model";
import type { Expression } from "@/lib/expressions/schemas";
import type { Transition } from "../statuses";
import { type Fault, nameOf, type Path, type Shape, startsOf } from "./parts";
import { expressionsIn } from "./references";

const NOWHERE = { today: "", now: "", find: () => undefined, filters: {} };

const isConstant = (expression: Expression) =>
  referencesOf(expression).length === 0 && filtersOf(expression).length === 0;

/** A condition that looks at nothing: it is always so, or never. */
function constantFaults(shape: Shape): Fault[] {
  return [...expressionsIn(shape)].flatMap(([expression, path]) =>
    path.at(-1) === "when" && isConstant(expression)
      ? [
          {
            path,
            message: isTrue(expression, NOWHERE)
              ? "Cette condition est toujours vraie\u00a0: retirez-la."
              : "Cette condition n’est jamais vraie.",
          },
        ]
      : [],
  );
}

/** What starts it: two transitions of one status with the same one are rivals. */
function starterOf({ on, label }: Transition): string {
  switch (on.by) {
    case "agent":
    case "resident":
      return `${on.by}\u0000${label}`;
    case "time":
      return JSON.stringify([on.after, on.since]);
    case "form":
      return `form\u0000${on.panel}`;
    case "event":
      return `event\u0000${on.event}`;
  }
}

/** The second of two rivals never happens: the first one has no condition, or the same. */
const isHidden = (first: Transition, second: Transition) =>
  starterOf(first) === starterOf(second) &&
  first.to !== undefined &&
  (!first.when || JSON.stringify(first.when) === JSON.stringify(second.when));

function rivalFaults(shape: Shape): Fault[] {
  return shape.transitions.flatMap((second, i) => {
    const from = startsOf(shape, second);
    const first = shape.transitions
      .slice(0, i)
      .find((one) => isHidden(one, second) && startsOf(shape, one).some((id) => from.includes(id)));
    if (!first) return [];
    const path: Path = ["transitions", i];
    const where = startsOf(shape, first).find((id) => from.includes(id)) ?? "";
    const [a, b] = [first, second].map(({ label, id }) => `«\u00a0${label || id}\u00a0»`);
    return [
      {
        path,
        message: `Depuis ${nameOf(shape, where)}, ${a} et ${b} se contredisent\u00a0: seule la première a lieu.`,
      },
    ];
  });
}

export const conditionFaults = (shape: Shape): Fault[] => [
  ...constantFaults(shape),
  ...rivalFaults(shape),
];
