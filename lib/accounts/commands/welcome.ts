import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { importedAccounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

/** Its owner was told where this account comes from, and goes on with it. */
export function welcomeAccount(accountId: string) {
  return transaction(system("accounts"), async (ctx) => {
    const told = await ctx.db
      .update(importedAccounts)
      .set({ welcomedAt: new Date() })
      .where(and(eq(importedAccounts.accountId, accountId), isNull(importedAccounts.welcomedAt)))
      .returning({ source: importedAccounts.source });
    if (told.length > 0) await recordEvent(ctx, "account.welcome", accountId);
  });
}
