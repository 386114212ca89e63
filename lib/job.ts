import "server-only";
import { sql } from "drizzle-orm";
import type * as z from "zod";
import type { Context, Transaction } from "@/lib/context";

/** `key`: replaces the waiting job of the same key. `runAt`: not before. */
type When = { key?: string; runAt?: Date };

/** A job names the shape of its payload (ids, never personal data) and the command it runs; the work lives in the module. */
export function defineJob<S extends z.ZodType>(
  name: string,
  payload: S,
  command: (ctx: Context, payload: z.output<S>) => Promise<void>,
) {
  return {
    name,
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
    run: (input: unknown) => command({ actor: { kind: "system", id: name } }, payload.parse(input)),
  };
}
