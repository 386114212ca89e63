import { referencesOf } from "@/lib/expressions/model";
import type { Expression } from "@/lib/expressions/schemas";
import type { Action } from "../actions";
import { AUDIENCES } from "../names";
import { arrowsOf, type Fault, type Path, placedActions, placedOf, type Shape } from "./parts";

type Placed = { path: Path; id: string };

const placed = (list: readonly { id: string }[], ...path: Path): Placed[] =>
  list.map(({ id }, i) => ({ path: [...path, i], id }));

const panelsOf = ({ statuses }: Shape) =>
  statuses.flatMap(({ panels }, i) =>
    panels.map((panel, j) => ({ panel, path: ["statuses", i, "panels", j] as Path })),
  );

/** What is named twice among things that are called by their name. */
function twice(what: string, things: readonly Placed[]): Fault[] {
  const seen = new Set<string>();
  return things.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path, message: `Deux ${what} portent l’identifiant «\u00a0${id}\u00a0».` }];
  });
}

export const nameFaults = (shape: Shape): Fault[] => [
  ...twice("statuts", placed(shape.statuses, "statuses")),
  ...twice("transitions", placed(shape.transitions, "transitions")),
  ...twice("fonctions", placed(shape.functions, "functions")),
  ...twice("champs", placed(shape.fields, "fields")),
  ...twice("options", placed(shape.options, "options")),
  ...twice(
    "actions",
    placedActions(shape).map(({ action, path }) => ({ id: action.id, path })),
  ),
  ...twice(
    "éléments de page",
    panelsOf(shape).map(({ panel, path }) => ({ id: panel.id, path })),
  ),
];

const unknown = (path: Path, what: string, id: string): Fault => ({
  path,
  message: `${what} «\u00a0${id}\u00a0» n’existe pas.`,
});

/** The audiences, and internal fields, that an action names. */
function namesIn(action: Action): { who: string[]; fields: string[] } {
  switch (action.type) {
    case "mail":
      return { who: action.to.filter((to) => typeof to === "string"), fields: action.attachments };
    case "sms":
    case "notification":
      return { who: action.to.filter((to) => typeof to === "string"), fields: [] };
    case "write":
      return { who: action.to, fields: [] };
    case "document":
      return { who: action.to, fields: action.field ? [action.field] : [] };
    case "call":
      return { who: [], fields: action.field ? [action.field] : [] };
    case "set":
      return { who: [], fields: action.fields.map(({ field }) => field) };
    case "appoint":
      return { who: [action.function, ...holders(action.to)], fields: [] };
    case "assign":
      return { who: holders(action.to), fields: [] };
    default:
      return { who: [], fields: [] };
  }
}

const holders = (to: { kind: string; function?: string }) => (to.function ? [to.function] : []);

function statusFaults(shape: Shape): Fault[] {
  const known = new Set(shape.statuses.map(({ id }) => id));
  const from = shape.transitions.flatMap((transition, i) =>
    transition.from === "any"
      ? []
      : transition.from.map((id) => ({ path: ["transitions", i], id })),
  );
  const reachedBy = shape.transitions.flatMap(({ on }, i) =>
    on.by === "time" && on.since.from === "reached"
      ? [{ path: ["transitions", i, "on"], id: on.since.status }]
      : [],
  );
  const named = [
    { path: ["start"], id: shape.start },
    ...from,
    ...reachedBy,
    ...arrowsOf(shape).map(({ to }) => ({ path: [] as Path, id: to })),
  ].filter(({ id }) => !known.has(id));
  const once = new Map(named.reverse().map((place) => [place.id, place]));
  return [...once.values()].map(({ path, id }) => unknown(path, "Le statut", id));
}

/** What names a status, a function, a field or a panel that the definition does not have. */
export function referenceFaults(shape: Shape): Fault[] {
  const audiences = new Set<string>([...AUDIENCES, ...shape.functions.map(({ id }) => id)]);
  const fields = new Set(shape.fields.map(({ id }) => id));
  const panels = panelsOf(shape);
  const forms = new Set(
    panels.flatMap(({ panel }) => (panel.type === "form" || panel.type === "edit" ? panel.id : [])),
  );
  const check = (path: Path, who: readonly string[], of: readonly string[]): Fault[] => [
    ...who.filter((id) => !audiences.has(id)).map((id) => unknown(path, "La fonction", id)),
    ...of.filter((id) => !fields.has(id)).map((id) => unknown(path, "Le champ interne", id)),
  ];
  return [
    ...statusFaults(shape),
    ...placedActions(shape).flatMap(({ action, path }) => {
      const { who, fields } = namesIn(action);
      return check(path, who, fields);
    }),
    ...panels.flatMap(({ panel, path }) =>
      check(
        path,
        panel.type === "message" ? panel.to : panel.by,
        (panel.type === "comment" || panel.type === "attach") && panel.field ? [panel.field] : [],
      ),
    ),
    ...shape.transitions.flatMap(({ on }, i) => {
      const path = ["transitions", i, "on"];
      if (on.by === "agent") return check(path, on.only, []);
      if (on.by === "form" && !forms.has(on.panel))
        return [unknown(path, "Le formulaire", on.panel)];
      return [];
    }),
    ...expressionFaults(shape),
  ];
}

/** Every expression in it, with its place; those of fields look at their own form, and are checked there. */
export function* expressionsIn(value: unknown, path: Path = []): Generator<[Expression, Path]> {
  if (typeof value !== "object" || value === null) return;
  if ("op" in value) {
    yield [value as Expression, path];
    return;
  }
  for (const [key, part] of Object.entries(value))
    if (key !== "visibleIf")
      yield* expressionsIn(part, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Names that begin a path: the rest of the answers are the form's, which another version may change. */
function expressionFaults(shape: Shape): Fault[] {
  const known: Record<string, ReadonlySet<string>> = {
    internal: new Set(shape.fields.map(({ id }) => id)),
    options: new Set(shape.options.map(({ id }) => id)),
    forms: new Set(panelsOf(shape).flatMap(({ panel }) => (panel.type === "form" ? panel.id : []))),
    calls: new Set(placedOf(shape, "call").map(({ action }) => action.id)),
  };
  return [...expressionsIn(shape)].flatMap(([expression, path]) =>
    referencesOf(expression).flatMap((reference) => {
      const [root = "", id] = reference.split(".");
      const isWrong = Object.hasOwn(known, root) && (id === undefined || !known[root]?.has(id));
      return isWrong ? [unknown(path, "La référence", reference)] : [];
    }),
  );
}
