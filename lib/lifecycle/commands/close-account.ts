import "server-only";
import { eq } from "drizzle-orm";
import { accountClosures } from "@/db/schema/lifecycle";
import { shutAccount } from "@/lib/accounts/commands/shut-account";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { tellClosed } from "@/lib/connect/commands/forget-account";
import { withdrawAll } from "@/lib/consents/commands/decide";
import type { Transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { endMandatesOf } from "@/lib/mandates/commands/end-mandate";
import type { ClosureCause } from "../model";
import { eraseAccountJob } from "./erase-account";

/**
 * From here on it opens nothing: agreements withdrawn, mandates and sessions ended, services told. What it holds about
 * somebody is erased by a job, once they are told. Joins the caller's transaction; an account closed already stays so.
 */
export const closeAccount = async (
  ctx: Transaction,
  accountId: string,
  why: ClosureCause | "merge",
) => {
  if (!(await shutAccount(ctx, accountId))) return;
  await withdrawAll(ctx, accountId);
  await endMandatesOf(ctx, accountId);
  await endSessions(ctx, accountId);
  // The other account is known by the names of this one: nobody is gone.
  if (why !== "merge") await tellClosed(ctx, accountId);
  await ctx.db.delete(accountClosures).where(eq(accountClosures.accountId, accountId));
  await recordEvent(ctx, "account.close", accountId, { why });
  await eraseAccountJob.enqueue(ctx, { accountId }, { key: accountId });
};
