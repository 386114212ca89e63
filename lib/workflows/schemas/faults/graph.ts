import {
  actionLists,
  arrowsOf,
  type Fault,
  finalsOf,
  nameOf,
  reached,
  type Shape,
  startsOf,
} from "./parts";

/** A status nobody gets to, or nobody gets out of. */
export function graphFaults(shape: Shape): Fault[] {
  const arrows = arrowsOf(shape);
  const finals = finalsOf(shape);
  const reachable = reached(arrows, [shape.start]);
  const ending = reached(
    arrows.map(({ from, to, isAlways }) => ({ from: to, to: from, isAlways })),
    finals,
  );
  return [
    ...(finals.size === 0
      ? [fault([], "Aucun statut n’est final\u00a0: aucune demande ne se terminerait.")]
      : []),
    ...shape.statuses.flatMap(({ id }, i) => {
      const path = ["statuses", i];
      if (!reachable.has(id))
        return [fault(path, `Aucune transition ne mène au statut ${nameOf(shape, id)}.`)];
      if (finals.size > 0 && !ending.has(id))
        return [fault(path, `Le statut ${nameOf(shape, id)} ne mène à aucun statut final.`)];
      return [];
    }),
    ...finalFaults(shape),
    ...loopFaults(shape),
    ...orderFaults(shape),
  ];
}

const fault = (path: Fault["path"], message: string): Fault => ({ path, message });

/** What is over stays over: a final status leads to another final one at most, to anonymise it for instance. */
function finalFaults(shape: Shape): Fault[] {
  const finals = finalsOf(shape);
  const leaving = arrowsOf(shape).filter(({ from, to }) => finals.has(from) && !finals.has(to));
  const left = [...new Set(leaving.map(({ from }) => from))];
  return [
    ...(finals.has(shape.start)
      ? [
          fault(
            ["start"],
            "Le premier statut est final\u00a0: la demande serait finie avant d’être lue.",
          ),
        ]
      : []),
    ...left.map((id) =>
      fault(
        ["statuses", shape.statuses.findIndex((status) => status.id === id)],
        `Le statut final ${nameOf(shape, id)} mène à un statut qui ne l’est pas.`,
      ),
    ),
  ];
}

/** Jumps without a condition that come back where they started, and delays of nothing at all that do. */
function loopFaults(shape: Shape): Fault[] {
  const atOnce = [
    ...arrowsOf(shape).filter(({ isAlways }) => isAlways),
    ...shape.transitions.flatMap((transition) => {
      const { on, to, when } = transition;
      const isAtOnce = on.by === "time" && on.after.amount === 0 && on.since.from === "status";
      if (!isAtOnce || when || to === undefined) return [];
      return startsOf(shape, transition).map((from) => ({ from, to, isAlways: true }));
    }),
  ];
  return shape.statuses.flatMap(({ id }, i) => {
    const next = atOnce.filter(({ from }) => from === id).map(({ to }) => to);
    return reached(atOnce, next).has(id)
      ? [fault(["statuses", i], `Le statut ${nameOf(shape, id)} revient à lui-même sans fin.`)]
      : [];
  });
}

/** What is never done, or cannot be. */
function orderFaults(shape: Shape): Fault[] {
  return actionLists(shape).flatMap(({ path, actions, on }) => {
    const end = actions.findIndex(
      ({ type, when }) => (type === "jump" || type === "delete") && !when,
    );
    return [
      ...(end >= 0 && end < actions.length - 1
        ? [
            fault(
              [...path, end + 1],
              "Cette action n’est jamais faite\u00a0: la précédente part toujours.",
            ),
          ]
        : []),
      ...actions.flatMap(({ type }, i) =>
        on === "leave" && (type === "jump" || type === "call" || type === "delete")
          ? [
              fault(
                [...path, i],
                "En quittant un statut, on ne peut ni sauter, ni appeler, ni supprimer.",
              ),
            ]
          : [],
      ),
    ];
  });
}
