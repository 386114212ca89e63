import type { XmlElement } from "@/lib/format/xml-read";
import type { Leftover } from "../../schemas/publik";

/** An element and which of its children were read: what nobody read is a loss, never silence. */
export type Reader = { element: XmlElement; seen: Set<string> };

export const reading = (element: XmlElement): Reader => ({ element, seen: new Set() });

/** The last child of this name: some exports write one twice, the second being the later. */
export function child({ element, seen }: Reader, name: string): XmlElement | undefined {
  seen.add(name);
  return element.children.findLast((one) => one.name === name);
}

export const under = (reader: Reader, name: string): XmlElement[] =>
  child(reader, name)?.children ?? [];

/** The text of a child, without the spaces around it; nothing when blank. */
export const textOf = (reader: Reader, name: string): string | undefined =>
  child(reader, name)?.text.trim() || undefined;

export const isTrue = (text: string | undefined) => /^(true|on|yes|1)$/i.test(text ?? "");

const isLeaf = ({ children }: XmlElement) => children.length === 0;
const isList = ({ children }: XmlElement) => children.length > 0 && children.every(isLeaf);

/** Texts of the children that nobody read yet. */
export function settingsOf({ element, seen }: Reader): Record<string, string> {
  const leaves = element.children.filter((one) => isLeaf(one) && !seen.has(one.name));
  for (const { name } of leaves) seen.add(name);
  return Object.fromEntries(
    leaves.flatMap(({ name, text }) => (text.trim() ? [[name, text.trim()]] : [])),
  );
}

/** Lists of texts that nobody read yet. */
export function listsOf({ element, seen }: Reader): Record<string, string[]> {
  const lists = element.children.filter((one) => isList(one) && !seen.has(one.name));
  for (const { name } of lists) seen.add(name);
  return Object.fromEntries(
    lists.map(({ name, children }) => [name, children.map(({ text }) => text.trim())]),
  );
}

/** Everything that is written under an element. */
const wholeText = ({ text, children }: XmlElement): string =>
  [text.trim(), ...children.map(wholeText)].filter(Boolean).join(" ").slice(0, 2000);

/** What nobody read and says something. */
export const leftoversOf = ({ element, seen }: Reader): Leftover[] =>
  element.children
    .filter(({ name }) => !seen.has(name))
    .map((one) => ({ name: one.name, text: wholeText(one) }))
    .filter(({ text }) => text !== "");

/** Attributes that name somebody: `role_id` is an id of their installation, `slug` and the text are names. */
export function partyOf({ attributes, text }: XmlElement) {
  const id = attributes.role_id ?? attributes.id ?? "";
  const own = text.trim();
  return { id: attributes.slug ?? (id || own), name: own || id };
}

/** `<item><name>…</name><value>…</value></item>` and the like: pairs of a name and a value. */
export function pairOf(element: XmlElement) {
  const named = (name: string) => element.children.find((one) => one.name === name)?.text.trim();
  const { attributes } = element;
  return {
    name: named("name") ?? named("field_id") ?? named("key") ?? attributes.field_id ?? "",
    value: named("value") ?? (isLeaf(element) ? element.text.trim() : ""),
  };
}
