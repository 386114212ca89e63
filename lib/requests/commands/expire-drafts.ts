import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { requests } from "@/db/schema/requests";
import type { Transaction } from "@/lib/context";

/** Their holder is gone: the next purge erases them with their files, and records each. What was sent stays. */
export const expireDrafts = ({ db }: Transaction, residentId: string) =>
  db
    .update(requests)
    .set({ draftExpiresAt: sql`now()` })
    .where(and(eq(requests.residentId, residentId), eq(requests.status, "draft")));
