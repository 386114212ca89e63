import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { logoutDeliveries } from "@/db/schema/connect";
import { clientCalls, clientChecks, clientTrials } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { type Context, read } from "@/lib/context";
import { checklistOf } from "../model/checklist";

/** The last end of session announced to a client, once it was answered or not: what the service said. */
async function findLogout(clientId: string) {
  const [last] = await read(system("partners"), (db) =>
    db
      .select({
        state: logoutDeliveries.state,
        at: logoutDeliveries.lastAttemptAt,
        error: logoutDeliveries.lastError,
      })
      .from(logoutDeliveries)
      .where(
        and(
          eq(logoutDeliveries.clientId, clientId),
          inArray(logoutDeliveries.state, ["delivered", "retrying", "dead"]),
        ),
      )
      .orderBy(desc(logoutDeliveries.createdAt), desc(logoutDeliveries.id))
      .limit(1),
  );
  if (!last?.at) return [];
  const isReceived = last.state === "delivered";
  return [
    {
      check: "logout" as const,
      state: isReceived ? ("passed" as const) : ("failed" as const),
      at: last.at,
      details: isReceived ? {} : { reason: last.error ?? "" },
    },
  ];
}

/** The live checklist of a client that this actor may see. */
export async function getChecklist(ctx: Context, clientId: string, now = new Date()) {
  const ofClient = eq(clientChecks.clientId, clientId);
  const [seen, trials, [reading]] = await read(ctx, (db) =>
    Promise.all([
      db
        .select({
          check: clientChecks.check,
          state: clientChecks.state,
          at: clientChecks.at,
          details: clientChecks.details,
        })
        .from(clientChecks)
        .where(ofClient),
      db
        .select({
          check: clientTrials.check,
          sentAt: clientTrials.sentAt,
          takenAt: clientTrials.takenAt,
          expiresAt: clientTrials.expiresAt,
        })
        .from(clientTrials)
        .where(eq(clientTrials.clientId, clientId))
        .orderBy(desc(clientTrials.armedAt))
        .limit(50),
      db
        .select({ id: clientCalls.id })
        .from(clientCalls)
        .where(
          and(
            eq(clientCalls.clientId, clientId),
            eq(clientCalls.endpoint, "userinfo"),
            eq(clientCalls.isOk, true),
          ),
        )
        .limit(1),
    ]),
  );
  const current = trials.filter(({ sentAt, expiresAt }) => sentAt !== null || expiresAt > now);
  const all = [...seen, ...(await findLogout(clientId))];
  return checklistOf(all, current, { readsData: reading !== undefined, now });
}
