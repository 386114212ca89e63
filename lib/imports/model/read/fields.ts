import type { XmlElement } from "@/lib/format/xml-read";
import type { PublikField } from "../../schemas/publik";
import { child, isTrue, leftoversOf, listsOf, reading, settingsOf, textOf, under } from "./reader";

/** `<condition><type/><value/></condition>`; the oldest exports write a text, in Python. */
export function conditionOf(element: XmlElement | undefined): PublikField["condition"] {
  if (!element) return undefined;
  const reader = reading(element);
  const [kind, text] =
    element.children.length > 0
      ? [textOf(reader, "type") ?? "django", textOf(reader, "value")]
      : ["python", element.text.trim()];
  return text ? { kind, text } : undefined;
}

function prefillOf(element: XmlElement | undefined): PublikField["prefill"] {
  if (!element) return undefined;
  const reader = reading(element);
  const type = textOf(reader, "type") ?? "none";
  const value = textOf(reader, "value") ?? "";
  if (type === "none") return undefined;
  const isLocked = isTrue(textOf(reader, "locked"));
  return { type, value, isLocked, unlessEmpty: isTrue(textOf(reader, "locked-unless-empty")) };
}

function validationOf(element: XmlElement | undefined): PublikField["validation"] {
  if (!element) return undefined;
  const reader = reading(element);
  // Before 2018, a regular expression alone.
  const type = textOf(reader, "type") ?? (element.text.trim() ? "regex" : undefined);
  if (!type) return undefined;
  const value = textOf(reader, "value") ?? element.text.trim();
  return { type, value, message: textOf(reader, "error_message") };
}

export function sourceOf(element: XmlElement | undefined): PublikField["source"] {
  if (!element) return undefined;
  const reader = reading(element);
  const type = textOf(reader, "type");
  return type && type !== "none" ? { type, value: textOf(reader, "value") } : undefined;
}

const postConditionOf = (element: XmlElement) => {
  const reader = reading(element);
  const condition = conditionOf(child(reader, "condition"));
  return condition ? [{ condition, message: textOf(reader, "error_message") ?? "" }] : [];
};

const DOCUMENT = ["id", "label", "mimetype", "fargo"];

/** The types of document that a file may have, as lists of settings. */
function documentTypeOf(element: XmlElement | undefined): Record<string, string[]> {
  const names = new Set(element?.children.map(({ name }) => name));
  return Object.fromEntries(
    [...names].map((name) => [
      `document_type.${DOCUMENT.includes(name) ? name : "other"}`,
      (element?.children ?? []).filter((one) => one.name === name).map(({ text }) => text.trim()),
    ]),
  );
}

/** `block:<slug>` is how a block was written before 2023. */
const typeOf = (written: string | undefined) => {
  const [type = "", slug] = written?.split(/:(.*)/) ?? [];
  return type === "block" && slug ? { type, slug } : { type: written ?? "" };
};

export function readField(element: XmlElement): PublikField {
  const reader = reading(element);
  const { type, slug } = typeOf(textOf(reader, "type"));
  const known = {
    id: textOf(reader, "id") ?? textOf(reader, "varname") ?? "",
    type,
    label: textOf(reader, "label") ?? "",
    varname: textOf(reader, "varname"),
    condition: conditionOf(child(reader, "condition")),
    prefill: prefillOf(child(reader, "prefill")),
    validation: validationOf(child(reader, "validation")),
    source: sourceOf(child(reader, "data_source")),
    postConditions: under(reader, "post_conditions").flatMap(postConditionOf),
  };
  const document = documentTypeOf(child(reader, "document_type"));
  const settings = settingsOf(reader);
  return {
    ...known,
    settings: slug ? { ...settings, block_slug: slug } : settings,
    lists: { ...listsOf(reader), ...document },
    leftovers: leftoversOf(reader),
  };
}

export const readFields = (elements: readonly XmlElement[]): PublikField[] =>
  elements.filter(({ name }) => name === "field").map(readField);
