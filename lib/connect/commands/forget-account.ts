import "server-only";
import { eq, sql } from "drizzle-orm";
import { oidcArtifacts, pairwiseSubjects, sessionDevices } from "@/db/schema/connect";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { sendLogout } from "./send-logout";

/** Tells every service that ever knew this account that it is gone: the ledger knows which. */
export const tellClosed = async (ctx: Transaction, accountId: string) => {
  const known = await ctx.db.execute<{ clientId: string }>(sql`
    select distinct client_id as "clientId" from consent_records where account_id = ${accountId}`);
  for (const { clientId } of known)
    await sendLogout.enqueue(ctx, { clientId, accountId, sid: "", isClosed: true });
};

/** Sessions, tokens and grants of a closed account. */
export const forgetTraces = async ({ db }: Transaction, accountId: string) => {
  await db.delete(oidcArtifacts).where(eq(oidcArtifacts.accountId, accountId));
  await db.delete(sessionDevices).where(eq(sessionDevices.accountId, accountId));
};

/** The names by which services knew accounts closed a week ago, told by now; not those of an account that goes on elsewhere. */
export const forgetSubjects = (ctx: Context) =>
  transaction(ctx, ({ db }) =>
    db.delete(pairwiseSubjects).where(sql`exists (
      select from accounts where accounts.id = ${pairwiseSubjects.accountId}
        and accounts.closed_at < now() - interval '7 days')
      and not exists (select from account_merges m where m.merged_id = ${pairwiseSubjects.accountId})`),
  );
