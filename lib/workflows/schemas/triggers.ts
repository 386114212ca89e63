import * as z from "zod";
import { delay, since } from "./delays";
import { audience, name, text } from "./names";

/** What has to be written with a move: nothing, why, what is missing, or what was missing. */
export const ASKS = ["nothing", "reason", "question", "answer"] as const;

/** A button. `confirm`: the question asked before it acts. */
const button = {
  asks: z.enum(ASKS).default("nothing"),
  confirm: text.optional(),
};

const byResident = z.strictObject({ by: z.literal("resident"), ...button });

/** `only`: these of the agents who may treat the request; all of them when it is empty. */
const byAgent = z.strictObject({
  by: z.literal("agent"),
  ...button,
  only: z.array(audience).default([]),
  /** May be made on many requests at once, from the queue. */
  inBulk: z.boolean().default(false),
});

/** Time goes by. Zero: the worker does it at once, in its own name. */
const byTime = z.strictObject({
  by: z.literal("time"),
  after: delay,
  since: since.default({ from: "status" }),
});

/** A sub-form is sent, or the resident has changed their answers: see the status's panels. */
const byForm = z.strictObject({ by: z.literal("form"), panel: name });

/** Another system says so, by this name: a webhook, the payment service… `receive`: the unit has got the request. */
const byEvent = z.strictObject({ by: z.literal("event"), event: name });

/** What makes a request move. */
export const trigger = z.discriminatedUnion("by", [byResident, byAgent, byTime, byForm, byEvent]);

export type Trigger = z.infer<typeof trigger>;
export type Asks = (typeof ASKS)[number];
export type TriggerBy<B extends Trigger["by"]> = Extract<Trigger, { by: B }>;
