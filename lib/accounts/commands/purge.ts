import "server-only";
import { lt } from "drizzle-orm";
import { accountCodes, identifications, throttles } from "@/db/schema/accounts";
import { type Context, transaction } from "@/lib/context";

const DAY_MS = 24 * 3_600_000;

/** What was typed for an account that never was, and attempts nobody counts any more, go after a day. */
export const purgeAccountTraces = (ctx: Context) =>
  transaction(ctx, async ({ db }) => {
    const yesterday = new Date(Date.now() - DAY_MS);
    await db.delete(identifications).where(lt(identifications.expiresAt, yesterday));
    await db.delete(accountCodes).where(lt(accountCodes.expiresAt, yesterday));
    await db.delete(throttles).where(lt(throttles.seenAt, yesterday));
  });
