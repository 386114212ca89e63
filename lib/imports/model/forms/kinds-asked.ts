import { lineOfHtml, textOfHtml } from "../html";
import { lose } from "../losses";
import { optionListOf } from "./options";
import { type At, question, said, type Translated } from "./question";
import { checkOf } from "./validations";

const within = (text: string | undefined, most: number) => {
  const said = Number.parseInt(text ?? "", 10);
  return said > 0 && said <= most ? { maxLength: said } : {};
};

export function line(at: At): Translated {
  const { validation, settings } = at.field;
  const { lost, ...checked } = checkOf(validation, at.scope);
  if (lost) loseValidation(at);
  const wrong =
    checked.format && validation?.message ? { errors: { wrong: validation.message } } : {};
  return {
    bare: {
      ...question(at),
      type: "text",
      ...within(settings.maxlength, 2000),
      ...checked,
      ...wrong,
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

export const paragraphs = (at: At): Translated => ({
  bare: { ...question(at), type: "long-text", ...within(at.field.settings.maxlength, 10_000) },
});

export const simple =
  (type: "email" | "consent" | "file") =>
  (at: At): Translated => ({ bare: { ...question(at), type } });

export function numeric(at: At): Translated {
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
export function date(at: At): Translated {
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

export function choices(at: At): Translated {
  const list = optionListOf(at);
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
  const amount = (text: string | undefined) => Number.parseInt(text ?? "", 10);
  const most = amount(at.field.settings.max_choices);
  const least = amount(at.field.settings.min_choices);
  const isOne = at.field.type === "item";
  if (isOne && shown.length > 1)
    return { bare: { ...question(at), type: "choice", options: shown }, options };
  const max = isOne ? 1 : most > 0 ? most : undefined;
  const min = least > 0 && least <= Math.min(shown.length, max ?? least) ? { min: least } : {};
  return {
    bare: { ...question(at), type: "choices", options: shown, ...min, ...(max ? { max } : {}) },
    options,
  };
}

export const shown = (at: At): Translated => ({
  bare: { type: "explanation", text: textOfHtml(said(at, at.field.label)) || "…" },
});

export const heading =
  (level: "title" | "subtitle") =>
  (at: At): Translated => ({
    bare: { type: "heading", level, text: lineOfHtml(said(at, at.field.label)) || "…" },
  });
