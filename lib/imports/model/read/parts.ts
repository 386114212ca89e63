import { slugify } from "@/lib/format/slug";
import { readXml, type XmlElement, XmlRefusal } from "@/lib/format/xml-read";
import { type PublikPart, type PublikPartInput, publikPart } from "../../schemas/publik";
import { readFields, sourceOf } from "./fields";
import {
  child,
  isTrue,
  leftoversOf,
  pairOf,
  partyOf,
  type Reader,
  reading,
  settingsOf,
  textOf,
  under,
} from "./reader";
import { readWorkflow } from "./workflows";

type Without<Part> = Part extends unknown ? Omit<Part, "settings" | "leftovers"> : never;
type Known = Without<PublikPartInput>;

const namesOf = (reader: Reader) => {
  const name = textOf(reader, "name") ?? "";
  const slug = textOf(reader, "slug") ?? textOf(reader, "url_name") ?? slugify(name);
  return { name, slug };
};

/** A link to another part: `<category slug="…">Name</category>`. */
const linkOf = (element: XmlElement | undefined) =>
  element && (element.attributes.slug || element.text.trim())
    ? {
        id: element.attributes.slug ?? slugify(element.text),
        name: element.text.trim() || (element.attributes.slug ?? ""),
      }
    : undefined;

const PARTIES = ["roles", "user-roles", "backoffice-submission-roles"];

/** Screens of their back office, and their history: nothing of a form. */
const THEIRS = ["custom_views", "geolocations", "workflow-migrations", "management_sidebar_items"];
const THEIRS_TOO = ["submission_sidebar_items", "last_modification", "snapshots"];

/** A box that is not ticked is nothing. */
const optionOf = (type: string | undefined, text: string) =>
  type === "bool" && !isTrue(text.trim()) ? "" : text.trim();

function readForm(reader: Reader, root: "formdef" | "carddef"): Known {
  const options = under(reader, "options").map(
    ({ attributes, text }) => [attributes.varname ?? "", optionOf(attributes.type, text)] as const,
  );
  for (const name of [...THEIRS, ...THEIRS_TOO]) child(reader, name);
  return {
    root,
    ...namesOf(reader),
    fields: readFields(under(reader, "fields")),
    category: linkOf(child(reader, "category")),
    workflow: linkOf(child(reader, "workflow") ?? child(reader, "workflow_id")),
    options: Object.fromEntries(options.filter(([name]) => name)),
    digests: under(reader, "digest_templates")
      .map(({ text, children }) => children.find((one) => one.name === "template")?.text ?? text)
      .map((text) => text.trim())
      .filter(Boolean),
    parties: Object.fromEntries(PARTIES.map((name) => [name, under(reader, name).map(partyOf)])),
    contexts: under(reader, "required_authentication_contexts").map(({ text }) => text.trim()),
    keywords: textOf(reader, "keywords"),
  };
}

function readCall(reader: Reader): Known {
  const request = child(reader, "request");
  const inner = reading(request ?? reader.element);
  return {
    root: "wscall",
    ...namesOf(reader),
    url: textOf(inner, "url") ?? "",
    method: textOf(inner, "method") ?? "GET",
    query: under(inner, "qs_data").map(pairOf),
    post: under(inner, "post_data").map(pairOf),
  };
}

const readMail = (reader: Reader, root: "mail-template" | "comment-template"): Known => ({
  root,
  ...namesOf(reader),
  subject: textOf(reader, "subject"),
  body: textOf(reader, "body") ?? textOf(reader, "comment") ?? "",
});

function readSource(reader: Reader): Known {
  const source = sourceOf(child(reader, "data_source"));
  return { root: "datasource", ...namesOf(reader), source: source ?? { type: "none" } };
}

const READERS: Record<string, (reader: Reader) => Known> = {
  formdef: (reader) => readForm(reader, "formdef"),
  carddef: (reader) => readForm(reader, "carddef"),
  block: (reader) => ({
    root: "block",
    ...namesOf(reader),
    fields: readFields(under(reader, "fields")),
  }),
  workflow: (reader) => ({ ...readWorkflow(reader), ...namesOf(reader) }),
  datasource: readSource,
  "mail-template": (reader) => readMail(reader, "mail-template"),
  "comment-template": (reader) => readMail(reader, "comment-template"),
  wscall: readCall,
};

/** Categories of forms, cards, blocks… are written alike. */
const readerOf = (root: string) =>
  READERS[root] ??
  (/(^|_)category$/.test(root)
    ? (reader: Reader): Known => ({ root: "category", ...namesOf(reader) })
    : undefined);

/** A part of a Publik export, from the text of its file; a refusal in a sentence if it cannot be one. */
export function readPart(text: string): PublikPart {
  const root = readXml(text);
  const read = readerOf(root.name);
  if (!read)
    throw new XmlRefusal(`La racine «\u00a0${root.name}\u00a0» n’est pas d’un export Publik.`);
  const reader = reading(root);
  const known = read(reader);
  const settings = settingsOf(reader);
  const parsed = publikPart.safeParse({ ...known, settings, leftovers: leftoversOf(reader) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(" › ") ?? root.name;
  throw new XmlRefusal(`«\u00a0${where}\u00a0» ne peut pas être lu\u00a0: ${issue?.message ?? ""}`);
}
