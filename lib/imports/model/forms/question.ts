import type { FormDefinitionInput } from "@/lib/forms/schemas";
import type { PublikField } from "../../schemas/publik";
import { lineOfHtml, textOfHtml } from "../html";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import { answerAttributes } from "./attributes";
import type { KnownOption, Scope } from "./known";
import { saidOnce } from "./phrases";

export type OurField = FormDefinitionInput["steps"][number]["fields"][number];

/** A field without what its form gives it: its id and its condition. */
type Bare<F> = F extends unknown ? Omit<F, "id" | "visibleIf"> : never;
export type BareField = Bare<OurField>;

/** Where a field is translated, and what is told of it. */
export type At = {
  field: PublikField;
  library: Library;
  ledger: Ledger;
  where: string;
  scope: Scope;
};

export type Translated = { bare: BareField; options?: readonly KnownOption[] };

const isRequired = ({ settings: { required } }: PublikField) =>
  required === undefined || /^(required|true)$/i.test(required);

const CHOOSE_A_TYPE = "Choisissez le type qui convient, ou retirez la question.";

/** What a required box asks for is said by its label: it has to be ticked. */
export function question(at: At) {
  const { field } = at;
  const hint = textOfHtml(said(at, field.settings.hint ?? ""));
  return {
    label: lineOfHtml(said(at, field.label), 400) || "Question",
    required: isRequired(field),
    ...(hint ? { hint } : {}),
    ...answerAttributes(field),
  };
}

export const said = ({ scope, ledger, where }: At, text: string) =>
  saidOnce(text, scope, ledger, where);

/** Kept as a text, so that nobody's answer is lost. */
export function withoutEquivalent(at: At): Translated {
  lose(at.ledger, {
    where: at.where,
    what: `question de type «\u00a0${at.field.type}\u00a0»`,
    why: "Ce type n’a pas encore d’équivalent\u00a0: la réponse s’écrit.",
    todo: CHOOSE_A_TYPE,
  });
  return { bare: { ...question(at), type: "long-text" } };
}
