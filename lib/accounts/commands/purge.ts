import "server-only";
import { and, isNull, lt } from "drizzle-orm";
import { accountCodes, accountDevices, identifications, throttles } from "@/db/schema/accounts";
import {
  passkeyChallenges,
  pendingSignIns,
  totpAuthenticators,
} from "@/db/schema/accounts-factors";
import { type Context, transaction } from "@/lib/context";
import { dropSpentEvents } from "@/lib/events/commands";

const DAY_MS = 24 * 3_600_000;
const DEVICE_DAYS = 395;

/**
 * What was typed for an account that never was, and attempts nobody counts any more, go after a day; a device goes
 * 13 months after its last sign-in, as its cookie does; sign-ins leave the journal after
 * 12 months.
 */
export const purgeAccountTraces = (ctx: Context) =>
  transaction(ctx, async (ctx) => {
    const { db } = ctx;
    await dropSpentEvents(ctx);
    const yesterday = new Date(Date.now() - DAY_MS);
    await db.delete(identifications).where(lt(identifications.expiresAt, yesterday));
    await db.delete(accountCodes).where(lt(accountCodes.expiresAt, yesterday));
    await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, yesterday));
    await db.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, yesterday));
    const { confirmedAt, createdAt } = totpAuthenticators;
    await db.delete(totpAuthenticators).where(and(isNull(confirmedAt), lt(createdAt, yesterday)));
    await db.delete(throttles).where(lt(throttles.seenAt, yesterday));
    const lastYear = new Date(Date.now() - DEVICE_DAYS * DAY_MS);
    await db.delete(accountDevices).where(lt(accountDevices.lastSeenAt, lastYear));
  });
