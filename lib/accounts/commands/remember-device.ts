import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { accountDevices, accounts } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { type Transaction, transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { listJoined } from "../queries";
import { openCode } from "./codes";

type Browser = {
  /** What its cookie holds. */
  key: string;
  /** « Firefox sur Windows » */
  name: string;
  /** The person has just proven their mailbox: nothing to tell them there. */
  isProven: boolean;
};

/** A browser of an account that was joined to this one: known here by its new name. */
const knowAgain = async (ctx: Transaction, accountId: string, key: string) => {
  const joined = await listJoined(ctx, accountId);
  if (joined.length === 0) return;
  const browser = hashToken(`${accountId}.${key}`);
  const known = joined.map((id) => hashToken(`${id}.${key}`));
  const [before] = await ctx.db
    .select({ id: accountDevices.id })
    .from(accountDevices)
    .where(and(eq(accountDevices.accountId, accountId), inArray(accountDevices.browser, known)))
    .limit(1);
  if (!before) return;
  await ctx.db
    .update(accountDevices)
    .set({ browser })
    .where(
      and(
        eq(accountDevices.id, before.id),
        sql`not exists (select from account_devices here where here.browser = ${browser})`,
      ),
    );
};

/**
 * A browser signs in to this account. The first time, its owner is told by mail, with a link to refuse it.
 * Returns the device as the account knows it.
 */
export function rememberDevice(accountId: string, { key, name, isProven }: Browser) {
  const browser = hashToken(`${accountId}.${key}`);
  return transaction(system("accounts"), async (ctx) => {
    await knowAgain(ctx, accountId, key);
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
