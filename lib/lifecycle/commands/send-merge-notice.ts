import "server-only";
import * as z from "zod";
import { findAccount } from "@/lib/accounts/queries";
import { type Context, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";
import { sendMail } from "@/lib/integrations/mail";
import { defineJob } from "@/lib/job";
import { accountsJoined } from "./mail-texts";

/** To the account that stays; the mailbox of the other one is told as it is erased. */
async function sendMergeNotice(
  ctx: Context,
  { accountId, noticeId }: { accountId: string; noticeId: string },
) {
  const account = await findAccount(ctx, accountId);
  if (!account) return;
  const letter = accountsJoined(account.givenName, account.email);
  await sendMail({ to: account.email, deliveryId: noticeId, ...letter });
  await transaction(ctx, (ctx) =>
    recordEvent(ctx, "account.send-mail", accountId, { kind: "merge" }),
  );
}

export const mergeNoticeJob = defineJob(
  "lifecycle.merge-notice",
  z.object({ accountId: z.uuid(), noticeId: z.uuid() }),
  sendMergeNotice,
);
