import type { Expression } from "@/lib/expressions/schemas";

export type KnownOption = { raw: string; value: string; label: string };

/** A question as the conditions of its form know it. */
export type Known = {
  /** Its path in our answers. */
  id: string;
  /** Which of our steps it is asked in. */
  step: number;
  kind: "choice" | "choices" | "repeat" | "box" | "plain";
  options: readonly KnownOption[];
};

/** What the names of a form stand for. */
export type Scope = {
  /** By name. Questions of several pages may share one: the last one answered counts. None: it is never asked. */
  fields: ReadonlyMap<string, readonly Known[]>;
  /** The settings of the form, as they were when it was exported. */
  options: Readonly<Record<string, string>>;
};

/** Of questions that a workflow asks by itself. */
export const NO_ANSWERS: Scope = { fields: new Map(), options: {} };

/** How Publik reads an answer: the text shown, the stored value, or a column of the list it came from. */
type Reading = "label" | "raw" | "column";

export type Resolved =
  | { is: "field"; known: Known; reading: Reading }
  | { is: "constant"; value: string | null }
  | { is: "outside" };

const FIELD = /^form_var_/;
const OPTION = /^form_option_/;

function fieldOf(name: string, rest: string, { fields }: Scope): Resolved {
  const varname = [...fields.keys()]
    .filter((one) => name === one || name.startsWith(`${one}_`))
    .sort((a, b) => b.length - a.length)[0];
  const all = varname === undefined ? undefined : fields.get(varname);
  if (!all || varname === undefined) return { is: "outside" };
  const known = all.at(-1);
  if (!known) return { is: "constant", value: null };
  const suffix = name.slice(varname.length) + rest;
  if (suffix === "") return { is: "field", known, reading: "label" };
  if (suffix === "_raw") return { is: "field", known, reading: "raw" };
  return { is: "field", known, reading: "column" };
}

/** The name that several questions share, if this path is one; they come in the order of the form. */
export function sharedName(path: string, { fields }: Scope): string | undefined {
  const name =
    path
      .replace(/^form\.var\./, "form_var_")
      .replace(FIELD, "")
      .split(".")[0] ?? "";
  return [...fields.keys()]
    .filter((one) => name === one || name === `${one}_raw`)
    .find((one) => (fields.get(one)?.length ?? 0) > 1);
}

/** What a name of Publik stands for in this form. `form.var.x` and `form_var_x` are the same. */
export function resolve(path: string, scope: Scope): Resolved {
  const flat = path.replace(/^form\.(var|option)\./, "form_$1_");
  const [name = "", ...parts] = flat.split(".");
  const rest = parts.map((part) => `_${part}`).join("");
  if (FIELD.test(name)) return fieldOf(name.replace(FIELD, ""), rest, scope);
  if (!OPTION.test(name)) return { is: "outside" };
  const option = name.replace(OPTION, "") + rest;
  const value = Object.hasOwn(scope.options, option) ? scope.options[option] : undefined;
  return { is: "constant", value: value || null };
}

export const literal = (value: string | number | boolean | null): Expression => ({
  op: "value",
  value,
});
