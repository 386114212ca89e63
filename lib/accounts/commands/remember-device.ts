import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { accountDevices, accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { openCode } from "./codes";

type Browser = {
  /** What its cookie holds. */
  key: string;
  /** « Firefox sur Windows » */
  name: string;
  /** The person has just proven their mailbox: nothing to tell them there. */
  isProven: boolean;
};

/**
 * A browser signs in to this account. The first time, its owner is told by mail, with a link to refuse it.
 * Returns the device as the account knows it.
 */
export function rememberDevice(accountId: string, { key, name, isProven }: Browser) {
  const browser = hashToken(`${accountId}.${key}`);
  return transaction(system("accounts"), async (ctx) => {
    const [device] = await ctx.db
      .insert(accountDevices)
      .values({ accountId, browser, name })
      .onConflictDoUpdate({
        target: accountDevices.browser,
        set: { name, lastSeenAt: sql`now()` },
      })
      .returning({ id: accountDevices.id, isNew: sql<boolean>`xmax = 0` });
    if (!device) throw new Error("no device");
    await ctx.db
      .update(accounts)
      .set({ lastSignInAt: sql`now()` })
      .where(eq(accounts.id, accountId));
    if (device.isNew) {
      await recordEvent(ctx, "account.new-device", accountId, { device: name, isProven });
      const open = and(eq(accounts.id, accountId), isNull(accounts.closedAt));
      const [owner] = await ctx.db.select({ email: accounts.email }).from(accounts).where(open);
      if (!owner) throw notFound("Compte");
      if (!isProven)
        await openCode(ctx, {
          kind: "refuse-device",
          accountId,
          email: owner.email,
          deviceId: device.id,
        });
    }
    return { id: device.id, name };
  });
}
