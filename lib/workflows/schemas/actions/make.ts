import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { audience, name } from "../names";
import { source } from "../words";
import { common } from "./common";

const mapping = z.strictObject({ field: z.string().min(1).max(200), value: source });

/** A tagged PDF: a title, then paragraphs parted by an empty line. */
const document = z.strictObject({
  ...common,
  type: z.literal("document"),
  title: template,
  body: template,
  fileName: template,
  /** Internal field that keeps it, for a mail to carry. */
  field: name.optional(),
  to: z.array(audience).min(1),
});

/** Another request of the same person, linked to this one: a draft that they finish, or one that is sent at once. */
const request = z.strictObject({
  ...common,
  type: z.literal("request"),
  procedure: z.string().min(1).max(200),
  answers: z.array(mapping).default([]),
  isSent: z.boolean().default(false),
});

/** A row of a reference table. `match`: of a change or a removal, which rows. */
const card = z.strictObject({
  ...common,
  type: z.literal("card"),
  table: z.string().min(1).max(200),
  do: z.enum(["create", "update", "remove"]),
  match: source.optional(),
  values: z.array(mapping).default([]),
});

export const MAKING = [document, request, card] as const;
