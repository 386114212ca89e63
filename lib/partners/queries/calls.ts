import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { clientCalls } from "@/db/schema/partners";
import { type Context, read } from "@/lib/context";

const PAGE = 50;

/** The last calls of a client that this actor may see, newest first; `before`: the `next` of the page before. */
export async function listCalls(
  ctx: Context,
  clientId: string,
  { before, onlyFailed = false }: { before?: number | undefined; onlyFailed?: boolean } = {},
) {
  const rows = await read(ctx, (db) =>
    db
      .select({
        id: clientCalls.id,
        at: clientCalls.at,
        endpoint: clientCalls.endpoint,
        isOk: clientCalls.isOk,
        code: clientCalls.code,
        details: clientCalls.details,
      })
      .from(clientCalls)
      .where(
        and(
          eq(clientCalls.clientId, clientId),
          onlyFailed ? eq(clientCalls.isOk, false) : undefined,
          before ? lt(clientCalls.id, before) : undefined,
        ),
      )
      .orderBy(desc(clientCalls.id))
      .limit(PAGE + 1),
  );
  const calls = rows.slice(0, PAGE);
  return { calls, next: rows.length > PAGE ? calls.at(-1)?.id : undefined };
}

export type ListedCall = Awaited<ReturnType<typeof listCalls>>["calls"][number];
