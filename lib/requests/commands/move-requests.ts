import "server-only";
import { eq } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import type { Transaction } from "@/lib/context";
import { recordEvents } from "@/lib/events/commands";

/** Two accounts of one person became one: the requests and drafts of the one are the other's. As the system. */
export const moveRequests = async (ctx: Transaction, from: string, to: string) => {
  const moved = await ctx.db
    .update(requests)
    .set({ residentId: to })
    .where(eq(requests.residentId, from))
    .returning({ id: requests.id });
  const details = { with: "account" };
  await recordEvents(
    ctx,
    "request.claim",
    moved.map(({ id }) => ({ subjectId: id, details })),
  );
};
