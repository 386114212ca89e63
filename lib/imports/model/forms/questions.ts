import type { FormDefinitionInput } from "@/lib/forms/schemas";
import type { PublikField } from "../../schemas/publik";
import { lineOfHtml, textOfHtml } from "../html";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import type { KnownOption } from "./known";
import { optionListOf } from "./options";

export type OurField = FormDefinitionInput["steps"][number]["fields"][number];

/** A field without what its form gives it: its id and its condition. */
type Bare<F> = F extends unknown ? Omit<F, "id" | "visibleIf"> : never;
export type BareField = Bare<OurField>;

/** Where a field is translated, and what is told of it. */
export type At = { field: PublikField; library: Library; ledger: Ledger; where: string };

export type Translated = { bare: BareField; options?: readonly KnownOption[] };

const isRequired = ({ settings: { required } }: PublikField) =>
  required === undefined || /^(required|true)$/i.test(required);

const TODO_TYPE = "Choisissez le type qui convient, ou retirez la question.";

/** What a required box asks for is said by its label: it has to be ticked. */
function question({ field }: At) {
  const hint = textOfHtml(field.settings.hint ?? "");
  return {
    label: lineOfHtml(field.label, 400) || "Question",
    required: isRequired(field),
    ...(hint ? { hint } : {}),
  };
}

const FORMATS: Record<string, "digits" | "postal-code" | "siren" | "siret"> = {
  digits: "digits",
  "zipcode-fr": "postal-code",
  "siren-fr": "siren",
  "siret-fr": "siret",
};

const within = (text: string | undefined, most: number) => {
  const said = Number.parseInt(text ?? "", 10);
  return said > 0 && said <= most ? { maxLength: said } : {};
};

function line(at: At): Translated {
  const { validation, settings } = at.field;
  const format = FORMATS[validation?.type ?? ""];
  if (validation && !format) loseValidation(at);
  const errors = validation?.message ? { errors: { wrong: validation.message } } : {};
  return {
    bare: {
      ...question(at),
      type: "text",
      ...within(settings.maxlength, 2000),
      ...(format ? { format, ...errors } : {}),
    },
  };
}

function loseValidation({ field, ledger, where }: At) {
  const { type = "", value = "" } = field.validation ?? {};
  lose(ledger, {
    where,
    what: `vérification «\u00a0${type}\u00a0» ${value}`.trim(),
    why: "Cette vérification n’a pas d’équivalent.",
    todo: "Relisez ce qui est écrit, ou choisissez un format.",
  });
}

const paragraphs = (at: At): Translated => ({
  bare: { ...question(at), type: "long-text", ...within(at.field.settings.maxlength, 10_000) },
});

const simple =
  (type: "email" | "consent" | "file") =>
  (at: At): Translated => ({ bare: { ...question(at), type } });

function numeric(at: At): Translated {
  const { min_value, max_value, restrict_to_integers } = at.field.settings;
  const bound = (name: "min" | "max", text: string | undefined) =>
    text !== undefined && Number.isFinite(Number(text)) ? { [name]: Number(text) } : {};
  const decimals = /^false$/i.test(restrict_to_integers ?? "") ? 2 : 0;
  return {
    bare: {
      ...question(at),
      type: "number",
      decimals,
      ...bound("min", min_value),
      ...bound("max", max_value),
    },
  };
}

const isSaid = (text: string | undefined) => /^true$/i.test(text ?? "");

/** « not in the past »: from today, or tomorrow. Bounds written as days are kept when they are plain. */
function date(at: At): Translated {
  const { settings } = at.field;
  const edge = isSaid(settings.date_can_be_today) ? 0 : 1;
  const plain = (text: string | undefined) =>
    text && /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text } : undefined;
  const min = isSaid(settings.minimum_is_future) ? { days: edge } : plain(settings.minimum_date);
  const max = isSaid(settings.date_in_the_past) ? { days: -edge } : plain(settings.maximum_date);
  return {
    bare: { ...question(at), type: "date", ...(min ? { min } : {}), ...(max ? { max } : {}) },
  };
}

/** A list of choices that is held elsewhere, until it is brought here. */
function withoutList(at: At, name: string, why: string): Translated {
  lose(at.ledger, {
    where: at.where,
    what: `liste «\u00a0${name}\u00a0»`,
    why,
    todo: "À raccorder\u00a0: dites d’où viennent les choix. D’ici là, la réponse s’écrit.",
  });
  return { bare: { ...question(at), type: "text" } };
}

function choices(at: At): Translated {
  const list = optionListOf(at.field, at.library);
  if (list.from === "remote")
    return withoutList(
      at,
      list.name,
      "Ses choix sont tenus par un autre serveur, ou par des fiches.",
    );
  if (list.from === "unreadable")
    return withoutList(at, list.name, "La liste ne peut pas être lue.");
  const { options } = list;
  if (options.length === 0) return withoutList(at, "", "La liste est vide.");
  const shown = options.map(({ value, label }) => ({ value, label: lineOfHtml(label, 400) }));
  const most = Number.parseInt(at.field.settings.max_choices ?? "", 10);
  const isOne = at.field.type === "item";
  if (isOne && shown.length > 1)
    return { bare: { ...question(at), type: "choice", options: shown }, options };
  const max = isOne ? 1 : most > 0 ? most : undefined;
  return {
    bare: { ...question(at), type: "choices", options: shown, ...(max ? { max } : {}) },
    options,
  };
}

/** Kept as a text, so that nobody's answer is lost. */
function withoutEquivalent(at: At): Translated {
  lose(at.ledger, {
    where: at.where,
    what: `question de type «\u00a0${at.field.type}\u00a0»`,
    why: "Ce type n’a pas encore d’équivalent\u00a0: la réponse s’écrit.",
    todo: TODO_TYPE,
  });
  return { bare: { ...question(at), type: "long-text" } };
}

const shown = (at: At): Translated => ({
  bare: { type: "explanation", text: textOfHtml(at.field.label) || "…" },
});

export const TRANSLATORS: Readonly<Record<string, (at: At) => Translated>> = {
  string: line,
  text: paragraphs,
  email: simple("email"),
  bool: simple("consent"),
  file: simple("file"),
  numeric,
  date,
  item: choices,
  items: choices,
  title: shown,
  subtitle: shown,
  comment: shown,
};

export const translateQuestion = (at: At): Translated =>
  (TRANSLATORS[at.field.type] ?? withoutEquivalent)(at);
