import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { itemField } from "@/lib/forms/schemas/fields";
import { audience, name, text } from "./names";
import { when } from "./words";

const common = { id: name, when };

export const TONES = ["info", "good", "warn", "bad"] as const;

/** Shown on top of the request's page. */
const message = z.strictObject({
  ...common,
  type: z.literal("message"),
  to: z.array(audience).min(1),
  tone: z.enum(TONES).default("info"),
  words: template,
});

/** A box to write in. `field`: the internal field that keeps what was written last. */
const comment = z.strictObject({
  ...common,
  type: z.literal("comment"),
  by: z.array(audience).min(1),
  label: text,
  hint: text.optional(),
  isRequired: z.boolean().default(false),
  field: name.optional(),
});

/** A sub-form; its answers are `forms.<id>.<field>`. */
const form = z.strictObject({
  ...common,
  type: z.literal("form"),
  by: z.array(audience).min(1),
  label: text,
  fields: z.array(itemField).min(1),
  /** What was answered is told in the request's history. */
  isTold: z.boolean().default(true),
});

/** Whoever filed changes their answers; the former ones stay in the log. */
const edit = z.strictObject({
  ...common,
  type: z.literal("edit"),
  by: z.array(audience).min(1),
  label: text,
  /** Of the form's steps, these; all when empty. */
  steps: z.array(name).default([]),
});

/** A file joined to the request, kept in this internal field if it names one. */
const attach = z.strictObject({
  ...common,
  type: z.literal("attach"),
  by: z.array(audience).min(1),
  label: text,
  hint: text.optional(),
  field: name.optional(),
  isShown: z.boolean().default(true),
});

/** What stays on the request's page as long as it is in a status. */
export const panel = z.discriminatedUnion("type", [message, comment, form, edit, attach]);

export type Panel = z.infer<typeof panel>;
export type PanelOf<T extends Panel["type"]> = Extract<Panel, { type: T }>;
