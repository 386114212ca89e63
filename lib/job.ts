import "server-only";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context, Transaction } from "@/lib/context";

/** `key`: replaces the waiting job of the same key. `runAt`: not before. */
type When = { key?: string; runAt?: Date };

/** The name of a job and the shape of its payload (ids, never personal data), for what is asked before its command is known. */
export const defineTask = <S extends z.ZodType>(name: string, payload: S) => ({
  name,
  payload,
  /** Joins the caller's transaction: no change, no job. */
  enqueue: ({ db }: Transaction, input: z.input<S>, { key, runAt }: When = {}) =>
    db.execute(
      sql`select enqueue(${name}, ${JSON.stringify(input)}::json, ${key ?? null}::text,
        ${runAt?.toISOString() ?? null}::timestamptz)`,
    ),
  /** The same for many things: one statement. */
  enqueueAll: ({ db }: Transaction, inputs: readonly z.input<S>[]) =>
    db.execute(sql`
      select enqueue(${name}, input, null::text, null::timestamptz)
      from json_array_elements(${JSON.stringify(inputs)}::json) as input`),
});

type Task<S extends z.ZodType> = ReturnType<typeof defineTask<S>>;

/** What runs when the task's turn comes; the work lives in the module. */
export const runTask = <S extends z.ZodType>(
  task: Task<S>,
  command: (ctx: Context, payload: z.output<S>) => Promise<void>,
) => ({
  ...task,
  run: (input: unknown) =>
    command({ actor: { kind: "system", id: task.name } }, task.payload.parse(input)),
});

/** A job names the shape of its payload and the command it runs. */
export const defineJob = <S extends z.ZodType>(
  name: string,
  payload: S,
  command: (ctx: Context, payload: z.output<S>) => Promise<void>,
) => runTask(defineTask(name, payload), command);
