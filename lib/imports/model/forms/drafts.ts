import type { PublikField } from "../../schemas/publik";
import { lineOfHtml } from "../html";
import type { Library } from "../library";
import { type Ledger, lose } from "../losses";
import { identifier, Names } from "../names";
import type { Known, KnownOption, Scope } from "./known";
import { computedBy } from "./phrases";
import type { BareField, OurField } from "./question";
import { translateQuestion } from "./questions";

/** A field on its way into a step of ours. */
export type Draft = { field: PublikField; where: string; known: Known; bare: BareField };

const SHOWN = new Set(["title", "subtitle", "comment", "computed"]);
export const isShown = ({ field }: Draft) => SHOWN.has(field.type);

function kindOf({ type }: BareField): Known["kind"] {
  if (type === "choice" || type === "choices" || type === "repeat") return type;
  return type === "consent" ? "box" : "plain";
}

const nameOf = ({ varname, label, type }: PublikField) =>
  identifier(varname ?? lineOfHtml(label, 60), SHOWN.has(type) ? "texte" : "champ");

/** « page › question »: what a person looks for in the form. */
export const placeOf = (page: PublikField | undefined, field: PublikField) =>
  [page?.label, lineOfHtml(field.label, 80) || field.varname || field.type]
    .filter(Boolean)
    .join(" › ");

export type From = { library: Library; ledger: Ledger; scope: Scope };

/** Conditions of a block look at the block itself: we ask its questions always. */
export function itemsOf(fields: readonly PublikField[], where: string, from: From) {
  const names = new Names();
  return fields.flatMap((field): OurField[] => {
    const inner = `${where} › ${lineOfHtml(field.label, 80) || field.type}`;
    if (field.type === "computed" || field.type === "block" || field.type === "page") {
      loseKept(field, inner, from.ledger);
      return [];
    }
    if (field.condition)
      lose(from.ledger, {
        where: inner,
        what: field.condition.text,
        why: "Une question d’un bloc répété est toujours posée.",
        todo: "Rendez-la facultative, ou sortez-la du bloc.",
      });
    const { bare } = translateQuestion({ field, where: inner, ...from });
    return [{ ...bare, id: names.take(nameOf(field)) } as OurField];
  });
}

export function loseKept(field: PublikField, where: string, ledger: Ledger) {
  lose(ledger, {
    where,
    what: `champ «\u00a0${field.type}\u00a0» ${field.settings.value_template ?? ""}`.trim(),
    why: "Il n’a pas encore d’équivalent\u00a0: il est gardé tel quel, sans être posé.",
    todo: "Reprenez-le dans le circuit de traitement s’il sert.",
  });
}

const amount = (text: string | undefined, otherwise: number) => {
  const said = Number.parseInt(text ?? "", 10);
  return said > 0 ? Math.min(said, 50) : otherwise;
};

/** A block is asked again and again: our repeated questions. */
function repeatOf(field: PublikField, where: string, from: From): BareField | undefined {
  const { settings } = field;
  const block = from.library.blocks.get(settings.block_slug ?? "");
  const fields = itemsOf(block?.fields ?? [], where, from);
  if (fields.length === 0) {
    lose(from.ledger, {
      where,
      what: `bloc «\u00a0${settings.block_slug ?? ""}\u00a0»`,
      why: "Le bloc n’est pas dans le dossier, ou ne contient rien.",
      todo: "Exportez aussi ce bloc, puis importez de nouveau.",
    });
    return undefined;
  }
  const label = lineOfHtml(field.label, 200) || block?.name || "Bloc";
  const isRequired = settings.required !== "optional" && settings.required !== "False";
  const max = amount(settings.max_items, 1);
  return {
    type: "repeat",
    label,
    itemLabel: label,
    addLabel: settings.add_element_label ?? "Ajouter",
    min: isRequired ? Math.min(1, max) : 0,
    max,
    fields: fields as Extract<OurField, { type: "repeat" }>["fields"],
  };
}

/** A value made of answers; one that cannot be is kept aside. */
function computed(
  field: PublikField,
  where: string,
  { scope, ledger }: From,
): BareField | undefined {
  const found = computedBy(field.settings.value_template ?? "", scope);
  if (!found || found.outside.length > 0) {
    loseKept(field, where, ledger);
    return undefined;
  }
  const label = lineOfHtml(field.label, 200) || field.varname || "Valeur";
  return { type: "computed", label, value: found.tree };
}

type Found = { bare: BareField | undefined; options?: readonly KnownOption[] };

function translated(field: PublikField, where: string, from: From): Found {
  if (field.type === "computed") return { bare: computed(field, where, from) };
  if (field.type === "block") return { bare: repeatOf(field, where, from) };
  return translateQuestion({ field, where, ...from });
}

/** Nothing comes of a field that is not asked nor shown: it is kept aside. */
export function draftOf(
  field: PublikField,
  where: string,
  from: From,
  names: Names,
): Draft | undefined {
  const { bare, options = [] } = translated(field, where, from);
  if (!bare) return undefined;
  const id = names.take(nameOf(field));
  return { field, where, bare, known: { id, step: 0, kind: kindOf(bare), options } };
}
