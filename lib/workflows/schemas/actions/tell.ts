import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { NOTICES } from "@/lib/notifications/model";
import { audience } from "../names";
import { common } from "./common";

/** An audience, or an address that is computed. */
export const recipient = z.union([audience, z.strictObject({ address: template })]);
export type Recipient = z.infer<typeof recipient>;

/** One of the portal's own messages: the law says what some of them hold. */
const notice = z.strictObject({
  ...common,
  type: z.literal("notice"),
  notice: z.enum(NOTICES),
});

const mail = z.strictObject({
  ...common,
  type: z.literal("mail"),
  to: z.array(recipient).min(1).max(20),
  subject: template,
  body: template,
  /** Internal fields that hold files. */
  attachments: z.array(audience).default([]),
});

const sms = z.strictObject({
  ...common,
  type: z.literal("sms"),
  to: z.array(recipient).min(1).max(20),
  words: template,
});

/** In the portal itself. */
const notification = z.strictObject({
  ...common,
  type: z.literal("notification"),
  to: z.array(recipient).min(1).max(20),
  title: template,
  body: template,
  link: template.optional(),
});

/** A message of the exchange, or a note between agents when the resident is not of `to`. */
const write = z.strictObject({
  ...common,
  type: z.literal("write"),
  to: z.array(audience).min(1),
  words: template,
});

export const TELLING = [notice, mail, sms, notification, write] as const;
