import "server-only";
import { like, max } from "drizzle-orm";
import { heartbeats } from "@/db/schema";
import { type Context, read } from "@/lib/context";

/** When a worker last said that it lives, or null. */
export const findWorkerBeat = (ctx: Context) =>
  read(ctx, async (db) => {
    const [row] = await db
      .select({ at: max(heartbeats.at) })
      .from(heartbeats)
      .where(like(heartbeats.name, "worker:%"));
    return row?.at ?? null;
  });
