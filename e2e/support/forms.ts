import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

export type Form = {
  action: string;
  label: string;
  /** What it sends when nobody touches it. */
  fields: Record<string, string>;
  /** The names of its long texts. */
  texts: string[];
  /** The names of all its controls, buttons too. */
  names: string[];
};

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', "#x27": "'", lt: "<", gt: ">" };

const decoded = (text: string) =>
  text.replace(/&(amp|quot|#x27|lt|gt);/g, (_, name) => ENTITIES[name] ?? "");

const attribute = (tag: string, name: string) => {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : decoded(value);
};

/** What one control sends when nobody touches it; nothing for a button, a file or an empty box. */
function sentBy(tag: string, inner = "") {
  if (tag.startsWith("<textarea")) return decoded(inner);
  if (tag.startsWith("<select"))
    return attribute(
      /<option[^>]*\sselected=""[^>]*>|<option[^>]*>/.exec(inner)?.[0] ?? "",
      "value",
    );
  const type = attribute(tag, "type") ?? "text";
  if (type === "file") return undefined;
  const isBox = type === "checkbox" || type === "radio";
  return isBox && !/\schecked=""/.test(tag) ? undefined : (attribute(tag, "value") ?? "");
}

const CONTROL = /(<input\b[^>]*>)|(<(textarea|select)\b[^>]*>)(.*?)<\/\3>/gs;

function formIn([, tag = "", inner = ""]: RegExpMatchArray): Form {
  const fields: Record<string, string> = {};
  for (const [, input, long, , text] of inner.matchAll(CONTROL)) {
    const name = attribute(input ?? long ?? "", "name");
    const value = sentBy(input ?? long ?? "", text);
    if (name && value !== undefined) fields[name] = value;
  }
  const [, label = ""] = /<button\b[^>]*>(.*?)<\/button>/s.exec(inner) ?? [];
  const texts = [...inner.matchAll(/<textarea\b[^>]*\sname="([^"]*)"/g)];
  return {
    action: attribute(tag, "action") ?? "",
    label: label.replace(/<[^>]*>/g, ""),
    fields,
    texts: texts.map(([, name = ""]) => name),
    names: [...inner.matchAll(/\sname="([^"]*)"/g)].map(([, name = ""]) => name),
  };
}

/** The forms of a page that post, as a browser without JavaScript holds them. */
export const formsIn = (html: string) =>
  [...html.matchAll(/(<form\b[^>]*\smethod="post"[^>]*>)(.*?)<\/form>/gis)].map(formIn);

/** Where the link with these words leads; nowhere when there is none. */
export function hrefOf(html: string, words: string) {
  const links = [...html.matchAll(/(<a\b[^>]*>)(.*?)<\/a>/gs)];
  const [, tag = ""] = links.find(([, , inner = ""]) => inner.includes(words)) ?? [];
  return attribute(tag, "href");
}

/** Fills and sends the form of this page that has all these fields. */
export async function send(asker: APIRequestContext, page: APIResponse, filled: Form["fields"]) {
  const wanted = Object.keys(filled);
  const form = formsIn(await page.text()).find(({ names }) =>
    wanted.every((name) => names.includes(name)),
  );
  if (!form) throw new Error(`no form with ${wanted.join(", ")} at ${page.url()}`);
  const to = new URL(form.action, page.url()).href;
  const answer = await asker.post(to, { multipart: { ...form.fields, ...filled } });
  expect(answer.status(), to).toBe(200);
  return answer;
}
