import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { accountRecoveries, mergeProofs } from "@/db/schema/lifecycle";
import { forgetSubjects } from "@/lib/connect/commands/forget-account";
import { type Context, type Transaction, transaction } from "@/lib/context";

/** Services are told of a closure by the name they know: it goes a week later. */
export const forgetOldNames = (ctx: Context) => forgetSubjects(ctx);

export const dropOldProofs = (ctx: Context) =>
  transaction(ctx, ({ db }) =>
    db.delete(mergeProofs).where(lt(mergeProofs.expiresAt, sql`now() - interval '1 day'`)),
  );

/** A year after its end; the events say what was done, and by whom. */
export const dropOldRecoveries = (ctx: Context) =>
  transaction(ctx, ({ db }) =>
    db
      .delete(accountRecoveries)
      .where(lt(accountRecoveries.endedAt, sql`now() - interval '12 months'`)),
  );

/** What agents wrote about somebody goes with their account. */
export const forgetRecoveries = ({ db }: Transaction, accountId: string) =>
  db.delete(accountRecoveries).where(eq(accountRecoveries.accountId, accountId));
