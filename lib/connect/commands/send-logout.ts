import "server-only";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { logoutDeliveries } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { defineJob } from "@/lib/job";
import { LOGOUT_RETRY_SECONDS, type LogoutFault } from "../model";
import { sendLogoutToken } from "../provider/logout-token";

type Ended = {
  clientId: string;
  accountId: string;
  sid: string;
  /** The account is gone for good, not only a session. */
  isClosed?: boolean | undefined;
  deliveryId?: string | undefined;
};

/** One more attempt at this delivery; what to do next is in its row. */
async function noteAttempt(
  { db }: Transaction,
  id: string,
  clientId: string,
  fault: LogoutFault | null,
) {
  const lastAttemptAt = new Date();
  const first = fault ? ("retrying" as const) : ("delivered" as const);
  const next = sql<string>`case when ${fault}::text is null then 'delivered'
    when ${logoutDeliveries.attempts} >= ${LOGOUT_RETRY_SECONDS.length} then 'dead' else 'retrying' end`;
  const [noted] = await db
    .insert(logoutDeliveries)
    .values({ id, clientId, attempts: 1, state: first, lastError: fault, lastAttemptAt })
    .onConflictDoUpdate({
      target: logoutDeliveries.id,
      set: {
        attempts: sql`${logoutDeliveries.attempts} + 1`,
        state: next,
        lastError: fault,
        lastAttemptAt,
      },
    })
    .returning({ state: logoutDeliveries.state, attempts: logoutDeliveries.attempts });
  return noted;
}

/** Tells the service, notes what it answered, and tries again later, longer each time, until it is given up. */
async function deliver(ctx: Context, { deliveryId = crypto.randomUUID(), ...ended }: Ended) {
  const answer = await sendLogoutToken(ended);
  if (answer === "not-asked") return;
  const fault = answer === "acknowledged" ? null : answer;
  await transaction(ctx, async (ctx) => {
    const noted = await noteAttempt(ctx, deliveryId, ended.clientId, fault);
    const wait = LOGOUT_RETRY_SECONDS[(noted?.attempts ?? 1) - 1];
    if (noted?.state === "retrying" && wait !== undefined)
      await sendLogout.enqueue(ctx, { ...ended, deliveryId }, { runAt: inSeconds(wait) });
    if (noted?.state === "dead")
      await recordEvent(ctx, "client.give-up-logout", deliveryId, { clientId: ended.clientId });
  });
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** Tells one service that a session is over (OpenID Connect Back-Channel Logout 1.0). */
export const sendLogout = defineJob(
  "connect.send-logout",
  z.object({
    clientId: z.string(),
    accountId: z.uuid(),
    sid: z.string(),
    isClosed: z.boolean().optional(),
    deliveryId: z.uuid().optional(),
  }),
  deliver,
);

/** Kept three months for the developers of the service. */
export const dropOldDeliveries = ({ db }: Transaction) =>
  db
    .delete(logoutDeliveries)
    .where(sql`${logoutDeliveries.createdAt} < now() - interval '90 days'`);
