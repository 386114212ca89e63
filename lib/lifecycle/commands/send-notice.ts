import "server-only";
import * as z from "zod";
import { findAccount } from "@/lib/accounts/queries";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { formatDay } from "@/lib/format/date";
import { sendMail } from "@/lib/integrations/mail";
import { defineJob } from "@/lib/job";
import { findClosure } from "../queries";
import { closureAsked, closureReminder, inactivityWarning } from "./mail-texts";

const LETTERS = { asked: closureAsked, reminder: closureReminder, inactive: inactivityWarning };

export type ClosureNotice = { accountId: string; what: keyof typeof LETTERS; noticeId: string };

/** Says when the account goes, and how to keep it. Kept meanwhile, there is nothing to say. */
export async function sendClosureNotice(
  ctx: Context,
  { accountId, what, noticeId }: ClosureNotice,
) {
  const [account, closure] = [await findAccount(ctx, accountId), await findClosure(ctx, accountId)];
  if (!account || !closure) return;
  const letter = LETTERS[what](account.givenName, formatDay(closure.dueAt));
  await sendMail({ to: account.email, deliveryId: noticeId, ...letter });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", accountId, { kind: `closure-${what}` }),
  );
}

export const closureNoticeJob = defineJob(
  "lifecycle.closure-notice",
  z.object({
    accountId: z.uuid(),
    what: z.enum(["asked", "reminder", "inactive"]),
    noticeId: z.uuid(),
  }),
  sendClosureNotice,
);
