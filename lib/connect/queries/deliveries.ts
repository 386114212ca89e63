import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { logoutDeliveries } from "@/db/schema/connect";
import { system } from "@/lib/auth/actor";
import { read } from "@/lib/context";

const PAGE = 20;

/**
 * Logout notices of a service, newest first; `before` is the `next` of the page before. Nobody is named. Reads as the
 * system: the page says who may see this service.
 */
export async function listLogoutDeliveries(clientId: string, before?: string) {
  const older = before
    ? sql`(${logoutDeliveries.createdAt}, ${logoutDeliveries.id}) <
        (select created_at, id from logout_deliveries where id = ${before}::uuid)`
    : undefined;
  const rows = await read(system("connect"), (db) =>
    db
      .select({
        id: logoutDeliveries.id,
        state: logoutDeliveries.state,
        attempts: logoutDeliveries.attempts,
        lastError: logoutDeliveries.lastError,
        lastAttemptAt: logoutDeliveries.lastAttemptAt,
        createdAt: logoutDeliveries.createdAt,
      })
      .from(logoutDeliveries)
      .where(and(eq(logoutDeliveries.clientId, clientId), older))
      .orderBy(desc(logoutDeliveries.createdAt), desc(logoutDeliveries.id))
      .limit(PAGE + 1),
  );
  const deliveries = rows.slice(0, PAGE);
  return { deliveries, next: rows.length > PAGE ? (deliveries.at(-1)?.id ?? null) : null };
}

export type LogoutDelivery = Awaited<ReturnType<typeof listLogoutDeliveries>>["deliveries"][number];
