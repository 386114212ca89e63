import type { Prefill } from "@/lib/forms/schemas/attributes";
import type { IdentityPart } from "@/lib/forms/schemas/fields";
import type { PublikField } from "../../schemas/publik";
import { type Ledger, lose } from "../losses";
import type { KnownOption, Scope } from "./known";
import { computedBy, constantText } from "./phrases";

type At = { field: PublikField; ledger: Ledger; where: string; scope: Scope };

const PARTS: Readonly<Record<string, IdentityPart>> = {
  first_name: "givenName",
  last_name: "familyName",
  email: "email",
  phone: "phone",
  mobile: "phone",
  birthdate: "birthdate",
  birthplace: "birthplace",
};

const PLACES: Readonly<Record<string, "summary" | "list">> = {
  summary: "summary",
  listings: "list",
};

const ERASED: Readonly<Record<string, "sooner" | "at-end" | "never">> = {
  intermediate: "sooner",
  no: "never",
  false: "never",
};

/** What is said of any answer. Theirs is shown in the recap, and erased at the end: so is ours. */
export function answerAttributes({ lists, settings }: PublikField) {
  const shown = lists.display_locations;
  const erased = ERASED[(settings.anonymise ?? "").toLowerCase()];
  const places = (shown ?? []).flatMap((place) => PLACES[place] ?? []);
  return {
    ...(shown && !places.includes("summary") ? { shownIn: places } : {}),
    ...(shown && places.includes("list") ? { shownIn: places } : {}),
    ...(erased ? { anonymise: erased } : {}),
  };
}

function losePrefill({ ledger, where }: At, what: string, why: string): undefined {
  lose(ledger, {
    where,
    what: `remplissage\u00a0: ${what}`,
    why,
    todo: "La personne l’écrit elle-même.",
  });
}

const optionFor = (options: readonly KnownOption[], text: string) =>
  options.find(({ raw, label, value }) => [raw, label, value].includes(text))?.value;

function fromTemplate(at: At, text: string, locked: boolean, options: readonly KnownOption[]) {
  const found = computedBy(text, at.scope);
  if (!found) return losePrefill(at, text, "Ce modèle de texte ne donne pas une valeur.");
  const constant = constantText(found.tree);
  if (constant === "") {
    if (found.outside.length === 0) return undefined;
    return losePrefill(at, text, "Ces noms ne sont connus que de l’installation d’origine.");
  }
  if (constant === undefined) return { from: "expression" as const, value: found.tree, locked };
  const value = options.length > 0 ? optionFor(options, constant) : constant;
  return value ? { from: "constant" as const, value, locked } : undefined;
}

const NEVER = ["choices", "consent", "file"];

/** What a field begins with. */
export function prefillOf(
  at: At,
  type: string,
  options: readonly KnownOption[] = [],
): Prefill | undefined {
  const { prefill, settings } = at.field;
  const standard = settings.default_value;
  if (!prefill && !standard) return undefined;
  const {
    type: from,
    value,
    isLocked,
  } = prefill ?? { type: "string", value: standard ?? "", isLocked: false };
  const said = `${from} ${value}`;
  if (NEVER.includes(type))
    return losePrefill(at, said, "C’est à la personne de cocher, ou de joindre.");
  if (from === "string") return fromTemplate(at, value, isLocked, options);
  const part = from === "user" ? PARTS[value.replace(/^_/, "")] : undefined;
  return part
    ? { from: "account", part, locked: isLocked }
    : losePrefill(at, said, "Le compte ne le sait pas.");
}
