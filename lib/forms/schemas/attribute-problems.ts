import { patternOf } from "../model/pattern";
import type { Field, ItemField } from "./fields";

/** Several things, or a person's own act: nothing writes them in advance. */
const NEVER_PREFILLED: readonly Field["type"][] = ["choices", "consent", "file"];

/** What the attributes of a field say that cannot be. */
export function attributeProblems(field: Field | ItemField): string[] {
  const isPrefilled = "prefill" in field && field.prefill !== undefined;
  const patterns = ("validators" in field && field.validators) || [];
  return [
    ...(field.type === "slot"
      ? [
          `«\u00a0${field.id}\u00a0» prend un rendez-vous\u00a0: ce formulaire se publiera quand les agendas seront ouverts.`,
        ]
      : []),
    ...(isPrefilled && NEVER_PREFILLED.includes(field.type)
      ? [
          `«\u00a0${field.id}\u00a0» ne peut pas être rempli d’avance\u00a0: c’est à la personne de le faire.`,
        ]
      : []),
    ...patterns.flatMap((validator) =>
      validator.check === "pattern" && patternOf(validator.pattern) === null
        ? [
            `L’expression régulière de «\u00a0${field.id}\u00a0» n’est pas comprise\u00a0: retirez ce qui regarde en avant, en arrière ou répète un groupe déjà lu.`,
          ]
        : [],
    ),
  ];
}
