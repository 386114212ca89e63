import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { name } from "../names";
import { source } from "../words";
import { common } from "./common";

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Writes internal fields, in order: a later one sees the earlier ones. */
const set = z.strictObject({
  ...common,
  type: z.literal("set"),
  fields: z.array(z.strictObject({ field: name, value: source })).min(1),
});

/** Why it ends so, for the resident to read (CRPA L211-2). */
const reason = z.strictObject({ ...common, type: z.literal("reason"), words: template });

/** A unit or an agent by id, whoever has a function, or what an expression gives: one of these ids. */
const holder = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nobody") }),
  z.strictObject({ kind: z.literal("unit"), unit: source }),
  z.strictObject({ kind: z.literal("agent"), agent: source }),
  z.strictObject({ kind: z.literal("function"), function: name }),
  /** Whoever acts: an agent who presses the button. */
  z.strictObject({ kind: z.literal("actor") }),
]);

/** Who has the request from now on, in the unit or out of it. */
const assign = z.strictObject({ ...common, type: z.literal("assign"), to: holder });

/** Who has a function on this request. */
const appoint = z.strictObject({
  ...common,
  type: z.literal("appoint"),
  function: name,
  to: holder,
  /** Beside those who have it already. */
  isAdded: z.boolean().default(false),
});

const priority = z.strictObject({
  ...common,
  type: z.literal("priority"),
  priority: z.enum(PRIORITIES),
});

export const CHANGING = [set, reason, assign, appoint, priority] as const;
export type Holder = z.infer<typeof holder>;
