import * as z from "zod";

/** What a template or a text may weigh: a mail with its pictures inlined is still under it. */
const MOST_TEXT = 200_000;
const MOST_FIELDS = 2000;

const text = z.string().max(MOST_TEXT, "Un texte dépasse 200 000 caractères.");
const name = text.min(1, "ce texte manque.");

/** An element that the reader has no place for: kept by name, told in the report. */
const leftover = z.object({ name, text });
export type Leftover = z.infer<typeof leftover>;

/** `kind` is the language that it is written in: `django`, or `python` in old exports. */
export const publikCondition = z.object({ kind: text, text: name });

const source = z.object({ type: name, value: text.optional() });

export const publikField = z.object({
  id: text,
  /** `string`, `item`… `block:<slug>` is written `block`, with its slug in the settings. */
  type: name,
  label: text,
  varname: text.optional(),
  condition: publikCondition.optional(),
  prefill: z
    .object({ type: text, value: text, isLocked: z.boolean(), unlessEmpty: z.boolean() })
    .optional(),
  validation: z.object({ type: name, value: text, message: text.optional() }).optional(),
  source: source.optional(),
  postConditions: z.array(z.object({ condition: publikCondition, message: text })).default([]),
  /** Elements with a text of their own: `required`, `hint`, `display_mode`… */
  settings: z.record(z.string(), text).default({}),
  /** Elements with texts under them: `items`, `display_locations`, `rows`… */
  lists: z.record(z.string(), z.array(text)).default({}),
  leftovers: z.array(leftover).default([]),
});
export type PublikField = z.infer<typeof publikField>;
export type PublikCondition = z.infer<typeof publikCondition>;

const fields = z
  .array(publikField)
  .max(MOST_FIELDS, `Le formulaire compte plus de ${MOST_FIELDS} champs.`)
  .default([]);

/** Somebody of a workflow: `_submitter`, `_receiver`, another function, a role by its name, or a template. */
const party = z.object({ id: text, name: text });
export type PublikParty = z.infer<typeof party>;

const part = {
  slug: name,
  name,
  settings: z.record(z.string(), text).default({}),
  leftovers: z.array(leftover).default([]),
};

export const publikForm = z.object({
  ...part,
  root: z.enum(["formdef", "carddef"]),
  fields,
  category: party.optional(),
  workflow: party.optional(),
  /** Values of the workflow's own settings, read as `form_option_…`. */
  options: z.record(z.string(), text).default({}),
  digests: z.array(text).default([]),
  /** Who may see, file or treat, by list. */
  parties: z.record(z.string(), z.array(party)).default({}),
  /** Ways of signing in that count: an identity card, FranceConnect… */
  contexts: z.array(text).default([]),
  keywords: text.optional(),
});

export const publikBlock = z.object({ ...part, root: z.literal("block"), fields });

export const publikItem = z.object({
  id: text,
  type: name,
  condition: publikCondition.optional(),
  by: z.array(party).default([]),
  to: z.array(party).default([]),
  settings: z.record(z.string(), text).default({}),
  lists: z.record(z.string(), z.array(text)).default({}),
  /** Pairs of a name and a template: fields to set, parameters of a call, fields of a card. */
  pairs: z.record(z.string(), z.array(z.object({ name: text, value: text }))).default({}),
  fields,
  leftovers: z.array(leftover).default([]),
});
export type PublikItem = z.infer<typeof publikItem>;

export const publikStatus = z.object({
  id: name,
  name,
  colour: text.optional(),
  isEnd: z.boolean(),
  visibility: z.array(text).default([]),
  loop: z.object({ over: text, after: text.optional() }).optional(),
  info: text.optional(),
  items: z.array(publikItem).default([]),
  leftovers: z.array(leftover).default([]),
});
export type PublikStatus = z.infer<typeof publikStatus>;

const trigger = z.object({
  type: name,
  roles: z.array(party).default([]),
  statuses: z.array(text).default([]),
  settings: z.record(z.string(), text).default({}),
  leftovers: z.array(leftover).default([]),
});

export const publikGlobalAction = z.object({
  id: text,
  name,
  info: text.optional(),
  items: z.array(publikItem).default([]),
  triggers: z.array(trigger).default([]),
  leftovers: z.array(leftover).default([]),
});

export const publikWorkflow = z.object({
  ...part,
  root: z.literal("workflow"),
  functions: z.array(party).default([]),
  statuses: z.array(publikStatus).max(200, "Le circuit compte plus de 200 statuts."),
  globalActions: z.array(publikGlobalAction).default([]),
  criticality: z.array(z.object({ name, colour: text.optional() })).default([]),
  /** Fields that a form using this workflow sets once: `form_option_…`. */
  options: fields,
  backoffice: fields,
});
export type PublikWorkflow = z.infer<typeof publikWorkflow>;

export const publikSource = z.object({ ...part, root: z.literal("datasource"), source });
export const publikMail = z.object({
  ...part,
  root: z.enum(["mail-template", "comment-template"]),
  subject: text.optional(),
  body: text,
});
export const publikCall = z.object({
  ...part,
  root: z.literal("wscall"),
  url: text,
  method: text,
  query: z.array(z.object({ name: text, value: text })).default([]),
  post: z.array(z.object({ name: text, value: text })).default([]),
});
export const publikCategory = z.object({ ...part, root: z.literal("category") });

/** One file, by its root element. */
export const publikPart = z.discriminatedUnion("root", [
  publikForm,
  publikBlock,
  publikWorkflow,
  publikSource,
  publikMail,
  publikCall,
  publikCategory,
]);

export type PublikPart = z.infer<typeof publikPart>;
export type PublikForm = z.infer<typeof publikForm>;
export type PublikBlock = z.infer<typeof publikBlock>;
export type PublikPartInput = z.input<typeof publikPart>;
