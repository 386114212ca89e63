type Plain =
  | "text"
  | "number"
  | "boolean"
  | "day"
  | "moment"
  | "clock"
  | "file"
  | "place"
  | "nothing";

/** What a reference or an expression is, as its author thinks of it. */
export type Type =
  | { is: Plain | "anything" }
  /** One of these values; `others`: the person may write another one. */
  | {
      is: "choice";
      options: readonly { value: string; label: string }[];
      others?: boolean;
      parts?: Declared;
    }
  | { is: "list"; of: Type }
  /** `open`: what else it holds is not known before it is there (an answer of a web service). */
  | { is: "record"; parts: Declared; open?: boolean };

/** The references of a scope, by first name. */
export type Declared = { readonly [name: string]: Type };

export const plain = (is: Plain | "anything"): Type => ({ is });
export const ANYTHING = plain("anything");

/** « x » est un texte. */
const NAMES: Record<Type["is"], string> = {
  text: "un texte",
  number: "un nombre",
  boolean: "un oui ou non",
  day: "une date",
  moment: "une date avec l’heure",
  clock: "une heure",
  file: "un fichier",
  place: "un lieu",
  nothing: "vide",
  anything: "une valeur",
  choice: "un choix",
  list: "une liste",
  record: "un ensemble de réponses",
};
export const nameOf = (type: Type) => NAMES[type.is];

/** The type that both are, as far as can be said. */
export function joined(a: Type, b: Type): Type {
  if (a.is === "nothing") return b;
  if (b.is === "nothing") return a;
  if (a.is === "list" && b.is === "list") return { is: "list", of: joined(a.of, b.of) };
  return a.is === b.is && a.is !== "choice" && a.is !== "record" ? a : ANYTHING;
}

export const isOpen = ({ is }: Type) => is === "anything" || is === "nothing";

const TIMES: readonly Type["is"][] = ["day", "moment"];
/** What is written as text, or read from one. */
const TEXTS: readonly Type["is"][] = ["text", "choice"];

/** May one be compared with the other by `==`, and by `<` when `ordered`? */
export function isComparable(a: Type, b: Type): boolean {
  if (isOpen(a) || isOpen(b)) return true;
  if (TIMES.includes(a.is) && TIMES.includes(b.is)) return true;
  if (TEXTS.includes(a.is) && TEXTS.includes(b.is)) return true;
  return a.is === b.is && a.is !== "file";
}

export const hasOrder = (type: Type) =>
  isOpen(type) || ["number", "text", "choice", "clock", ...TIMES].includes(type.is);
