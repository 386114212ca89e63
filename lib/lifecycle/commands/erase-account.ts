import "server-only";
import * as z from "zod";
import { eraseProfile } from "@/lib/accounts/commands/shut-account";
import { deliveryOf } from "@/lib/auth/one-time";
import { forgetTraces } from "@/lib/connect/commands/forget-account";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { formatDay } from "@/lib/format/date";
import { forgetHousehold } from "@/lib/household/commands/children";
import { sendMail } from "@/lib/integrations/mail";
import { defineJob } from "@/lib/job";
import { erasedEmail } from "../model";
import { findClosed } from "../queries";
import { accountClosed, accountJoined } from "./mail-texts";
import { forgetRecoveries } from "./tidy";

/** After a week of mail faults, data goes all the same. */
const LAST_MAIL_MS = 7 * 24 * 3_600_000;

/**
 * Tells the owner for the last time, then forgets them: nothing is left but an identifier that leads nowhere, and the
 * proofs that hang on it. Run again after a fault, it is the same mail and nothing more to erase.
 */
export async function eraseAccount(ctx: Context, { accountId }: { accountId: string }) {
  const closed = await findClosed(ctx, accountId);
  if (!closed) return;
  const deliveryId = deliveryOf({ id: accountId, sendings: 0 });
  const letter = closed.isMerged
    ? accountJoined(closed.givenName)
    : accountClosed(closed.givenName, formatDay(closed.closedAt));
  await sendMail({ to: closed.email, deliveryId, ...letter }).catch((error: unknown) => {
    if (Date.now() - closed.closedAt.getTime() < LAST_MAIL_MS) throw error;
  });
  await transaction(ctx, async (ctx) => {
    await forgetTraces(ctx, accountId);
    await forgetRecoveries(ctx, accountId);
    await forgetHousehold(ctx, accountId);
    await eraseProfile(ctx, accountId, erasedEmail(accountId));
    await recordEvent(ctx, "account.erase", accountId);
  });
}

export const eraseAccountJob = defineJob(
  "lifecycle.erase-account",
  z.object({ accountId: z.uuid() }),
  eraseAccount,
);
