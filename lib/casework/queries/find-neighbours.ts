import "server-only";
import { sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import type { Cursor } from "../model";
import type { QueueFilters } from "../schemas";
import { type Agent, partsUnder } from "./conditions";
import { firstOf } from "./read-parts";

type Neighbours = { previous: string | null; next: string | null };

/** The requests just before and just after this one in the view that the agent comes from. */
export const findNeighbours = (ctx: Context, agent: Agent, filters: QueueFilters, here: Cursor) =>
  read(ctx, async (db) => {
    const parts = partsUnder(filters, agent);
    const reference = (edge: { after: Cursor } | { before: Cursor }) => sql`(
      select ${requests.reference} from (${firstOf(agent, parts, { ...edge, count: 1 })}) as edge
      join ${requests} on ${requests.id} = edge.id)`;
    const [found] = await db.execute<Neighbours>(sql`
      select ${reference({ before: here })} as previous, ${reference({ after: here })} as next`);
    return { previous: found?.previous ?? undefined, next: found?.next ?? undefined };
  });
