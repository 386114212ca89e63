import "server-only";
import { and, ne } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { requests } from "@/db/schema/requests";
import { type Context, read } from "@/lib/context";
import type { Cursor } from "../model";
import type { QueueFilters } from "../schemas";
import { type Agent, afterRow, beforeRow, filtered, LATEST, SOONEST } from "./conditions";

/** The requests just before and just after this one in the view that the agent comes from. */
export const findNeighbours = (ctx: Context, agent: Agent, filters: QueueFilters, here: Cursor) =>
  read(ctx, async (db) => {
    const columns = {
      reference: requests.reference,
      deadlineAt: requests.deadlineAt,
      id: requests.id,
    };
    const others = and(filtered(filters, agent), ne(requests.id, here.id));
    const next = db
      .select(columns)
      .from(requests)
      .where(and(others, afterRow(here)))
      .orderBy(...SOONEST)
      .limit(1);
    const previous = db
      .select(columns)
      .from(requests)
      .where(and(others, beforeRow(here)))
      .orderBy(...LATEST)
      .limit(1);
    const found = await unionAll(previous, next);
    const isBefore = (row: Cursor) =>
      row.deadlineAt?.getTime() === here.deadlineAt?.getTime()
        ? row.id < here.id
        : (row.deadlineAt?.getTime() ?? Infinity) < (here.deadlineAt?.getTime() ?? Infinity);
    return {
      previous: found.find(isBefore)?.reference,
      next: found.find((row) => !isBefore(row))?.reference,
    };
  });
