import * as z from "zod";
import { template } from "@/lib/expressions/schemas";
import { name } from "../names";
import { source } from "../words";
import { common } from "./common";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * `network`: nothing came back; `refused`: 4xx; `failed`: 5xx; `unreadable`: not what was announced; `said`: an answer
 * that tells an error (`err` other than 0).
 */
export const FAILURES = ["network", "refused", "failed", "unreadable", "said"] as const;
export type Failure = (typeof FAILURES)[number];

const pair = z.strictObject({ name: z.string().min(1).max(200), value: source });

/**
 * Calls a web service, from the worker, with retries; the actions after it wait for its answer, which expressions see as
 * `calls.<id>`: `status`, `failure`, `answer`. Not among what is done on leaving a status.
 */
const call = z.strictObject({
  ...common,
  type: z.literal("call"),
  method: z.enum(METHODS),
  url: template,
  query: z.array(pair).default([]),
  body: z.array(pair).default([]),
  /** Of the keys of the organisation, by name: the secret itself is never in a definition. */
  key: name.optional(),
  answer: z.enum(["json", "file", "none"]).default("json"),
  /** Internal field that keeps the file. */
  field: name.optional(),
  /** What follows a failure, once the retries are spent; nothing: the actions after it go on. */
  failures: z
    .partialRecord(
      z.enum(FAILURES),
      z.discriminatedUnion("do", [
        z.strictObject({ do: z.literal("go-on") }),
        z.strictObject({ do: z.literal("stop") }),
        z.strictObject({ do: z.literal("jump"), to: name }),
      ]),
    )
    .default({}),
});

export const CALLING = [call] as const;
