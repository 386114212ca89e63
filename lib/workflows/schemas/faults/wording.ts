import type { Template } from "@/lib/expressions/schemas";
import type { Action } from "../actions";
import { type Fault, nameOf, type Path, placedActions, type Shape } from "./parts";

const isEmpty = (words: Template) =>
  words.every((part) => typeof part === "string" && part.trim() === "");

const missing = (path: Path, what: string): Fault => ({ path, message: `Il manque ${what}.` });

/** The texts that an action cannot do without. */
function textsOf(action: Action): [Template, string][] {
  switch (action.type) {
    case "mail":
      return [
        [action.subject, "l’objet du courriel"],
        [action.body, "le texte du courriel"],
      ];
    case "sms":
      return [[action.words, "le texte du SMS"]];
    case "notification":
      return [[action.title, "le titre de la notification"]];
    case "write":
      return [[action.words, "le texte du message"]];
    case "reason":
      return [[action.words, "le motif"]];
    case "document":
      return [
        [action.title, "le titre du document"],
        [action.body, "le texte du document"],
        [action.fileName, "le nom du fichier"],
      ];
    case "call":
    case "redirect":
      return [[action.url, "l’adresse à appeler"]];
    default:
      return [];
  }
}

/** What nobody could read, or press. */
export const wordingFaults = (shape: Shape): Fault[] => [
  ...shape.statuses.flatMap(({ id, label, panels }, i) => [
    ...(["agent", "resident"] as const).flatMap((who) =>
      label[who]
        ? []
        : [
            missing(
              ["statuses", i, "label", who],
              `le libellé du statut ${nameOf(shape, id)} pour ${who === "agent" ? "les agents" : "l’usager"}`,
            ),
          ],
    ),
    ...panels.flatMap((panel, j) => {
      const path = ["statuses", i, "panels", j];
      if (panel.type === "message")
        return isEmpty(panel.words) ? [missing(path, "le texte du message")] : [];
      return panel.label ? [] : [missing(path, "le libellé de cet élément de page")];
    }),
  ]),
  ...shape.transitions.flatMap(({ id, label, on }, i) =>
    (on.by === "agent" || on.by === "resident") && !label
      ? [missing(["transitions", i, "label"], `le libellé du bouton «\u00a0${id}\u00a0»`)]
      : [],
  ),
  ...shape.functions.flatMap(({ id, label }, i) =>
    label ? [] : [missing(["functions", i], `le libellé de la fonction «\u00a0${id}\u00a0»`)],
  ),
  ...placedActions(shape).flatMap(({ action, path }) =>
    textsOf(action)
      .filter(([words]) => isEmpty(words))
      .map(([, what]) => missing(path, what)),
  ),
];
