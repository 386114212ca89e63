import "server-only";
import { inArray, sql } from "drizzle-orm";
import { agents, units } from "@/db/schema/organisations";
import { type Context, read } from "@/lib/context";
import type { RequestDetails } from "./get-request";

/** The functions of a request's workflow, and who has each of them. */
export function listHolders(ctx: Context, { workflow, flow }: RequestDetails) {
  const { functions = {} } = flow;
  const held = Object.values(functions);
  const [agentIds, unitIds] = [held.flatMap((h) => h.agents), held.flatMap((h) => h.units)];
  return read(ctx, async (db) => {
    const name = sql<string>`${agents.givenName} || ' ' || ${agents.familyName}`;
    const people =
      agentIds.length > 0
        ? await db.select({ id: agents.id, name }).from(agents).where(inArray(agents.id, agentIds))
        : [];
    const teams =
      unitIds.length > 0
        ? await db
            .select({ id: units.id, name: units.name })
            .from(units)
            .where(inArray(units.id, unitIds))
        : [];
    const names = new Map([...people, ...teams].map((one) => [one.id, one.name]));
    return workflow.functions.map(({ id, label }) => {
      const { agents = [], units = [] } = functions[id] ?? {};
      return { id, label, names: [...agents, ...units].flatMap((one) => names.get(one) ?? []) };
    });
  });
}
