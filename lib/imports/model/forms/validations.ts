import { filtersOf } from "@/lib/expressions/model";
import { FILTERS } from "@/lib/expressions/model/filters";
import { parseExpression } from "@/lib/expressions/model/parse";
import { patternOf } from "@/lib/forms/model/pattern";
import type { Validator } from "@/lib/forms/schemas/attributes";
import type { TextFormat } from "@/lib/forms/schemas/fields";
import type { PublikField } from "../../schemas/publik";
import { translateTree } from "./conditions";
import type { Scope } from "./known";

type Validation = NonNullable<PublikField["validation"]>;
/** How a text is checked; `lost`: nothing of ours says it. */
export type Checked = { format?: TextFormat; validators?: Validator[]; lost?: true };

const FORMATS: Readonly<Record<string, TextFormat>> = {
  digits: "digits",
  "zipcode-fr": "postal-code",
  "siren-fr": "siren",
  "siret-fr": "siret",
  "nir-fr": "nir",
  "nrn-be": "nrn-be",
  iban: "iban",
  url: "url",
};

const PATTERNS: Readonly<Record<string, readonly [pattern: string, message: string]>> = {
  phone: ["[+]?[-()0-9. /]+", "Écrivez un numéro de téléphone, par exemple 04 72 10 30 30."],
  time: ["([01]?[0-9]|2[0-3]):[0-5][0-9]", "Écrivez une heure, par exemple 14:30."],
};

const SHAPE = "Écrivez cette réponse sous la forme demandée.";
const FALSE = "Vérifiez cette réponse.";

function patterned(pattern: string, message: string): Checked {
  return pattern !== "" && pattern.length <= 500 && patternOf(pattern) !== null
    ? { validators: [{ check: "pattern", pattern, message }] }
    : { lost: true };
}

function tested({ value, message = FALSE }: Validation, scope: Scope): Checked {
  const parsed = parseExpression(value);
  if (!parsed.ok || filtersOf(parsed.tree).some((name) => !Object.hasOwn(FILTERS, name)))
    return { lost: true };
  const outside = new Set<string>();
  const test = translateTree(parsed.tree, { scope, outside });
  return outside.size > 0
    ? { lost: true }
    : { validators: [{ check: "expression", test, message }] };
}

/** Publik checks that the whole text matches. */
export function checkOf(validation: Validation | undefined, scope: Scope): Checked {
  if (!validation) return {};
  const { type, value, message } = validation;
  const format = FORMATS[type];
  if (format) return { format };
  const [pattern = "", sentence = ""] = PATTERNS[type.replace("phone-fr", "phone")] ?? [];
  if (pattern) return patterned(pattern, message ?? sentence);
  if (type === "regex") return patterned(value, message ?? SHAPE);
  return type === "django" ? tested(validation, scope) : { lost: true };
}
