import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { clientChecks, clientDays } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { type Transaction, transaction } from "@/lib/context";
import { probeRefusalJob } from "../jobs";
import { type Call, LOOP_MS } from "../model/calls";
import { type Observation, observationsOf } from "../model/observe";

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Sign-ins and failures by client and day. */
function countsOf(calls: readonly Call[]) {
  const days = new Map<string, typeof clientDays.$inferInsert>();
  for (const { clientId, organisationId, at, isOk, isSignIn } of calls) {
    if (isOk && !isSignIn) continue;
    const day = dayOf(at);
    const key = `${clientId} ${day}`;
    const known = days.get(key) ?? { clientId, organisationId, day, signIns: 0, failures: 0 };
    if (isOk) known.signIns = (known.signIns ?? 0) + 1;
    else known.failures = (known.failures ?? 0) + 1;
    days.set(key, known);
  }
  return [...days.values()];
}

/** The last word on a line of the checklist; what must change each time and did not is a failure. */
const keepCheck = (
  { db }: Transaction,
  organisationId: string,
  { clientId, at, check, state, details }: Observation,
) =>
  db
    .insert(clientChecks)
    .values({ clientId, organisationId, check, state, at, details })
    .onConflictDoUpdate({
      target: [clientChecks.clientId, clientChecks.check],
      set: {
        at,
        state: sql`case when ${clientChecks.details} ->> 'last' = excluded.details ->> 'last' then 'failed' else excluded.state end`,
        details: sql`excluded.details || case when ${clientChecks.details} ->> 'last' = excluded.details ->> 'last' then '{"reason":"repeated"}'::jsonb else '{}'::jsonb end`,
      },
    });

/** A service that sends somebody back to us the moment they refused has not understood. */
const noteLoop = ({ db }: Transaction, { clientId, at }: Call) =>
  db
    .update(clientChecks)
    .set({ state: "failed", details: { reason: "loop" } })
    .where(
      and(
        eq(clientChecks.clientId, clientId),
        eq(clientChecks.check, "refusal"),
        gt(clientChecks.at, new Date(at.getTime() - LOOP_MS)),
      ),
    );

async function observe(ctx: Transaction, call: Call) {
  const { clientId, organisationId } = call;
  if (!organisationId) return;
  if (call.isStart) await noteLoop(ctx, call);
  for (const observation of observationsOf(call)) {
    await keepCheck(ctx, organisationId, observation);
    if (observation.check === "refusal") await probeRefusalJob.enqueue(ctx, { clientId });
  }
}

/** However many they are, the same statement: PostgreSQL plans it once. */
const insertCalls = ({ db }: Transaction, calls: readonly Call[]) =>
  db.execute(sql`
    insert into client_calls (client_id, organisation_id, at, endpoint, is_ok, code, details)
    select "clientId", "organisationId", at, endpoint, "isOk", code, details
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as c ("clientId" text, "organisationId" uuid,
      at timestamptz, endpoint text, "isOk" boolean, code text, details jsonb)`);

/** Writes down what clients called, many at once: diagnostics, counted by day, and what they show of a sandbox client. */
export const recordCalls = (calls: readonly Call[]) =>
  transaction(system("calls"), async (ctx) => {
    const told = calls.filter(({ isStart }) => !isStart);
    if (told.length > 0) await insertCalls(ctx, told);
    const counts = countsOf(calls);
    if (counts.length > 0)
      await ctx.db
        .insert(clientDays)
        .values(counts)
        .onConflictDoUpdate({
          target: [clientDays.clientId, clientDays.day],
          set: {
            signIns: sql`${clientDays.signIns} + excluded.sign_ins`,
            failures: sql`${clientDays.failures} + excluded.failures`,
          },
        });
    for (const call of calls) if (call.isSandbox) await observe(ctx, call);
  });
