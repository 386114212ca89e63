import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { endAccounts } from "./commands/end-accounts";
import { eraseAccountJob } from "./commands/erase-account";
import { mergeNoticeJob } from "./commands/send-merge-notice";
import { closureNoticeJob } from "./commands/send-notice";
import { remindRecoveryJob, sendRecoveryJob, startDelayJob } from "./commands/send-recovery";

/** Every night. */
export const endAccountsJob = defineJob("lifecycle.end-accounts", z.unknown(), (ctx) =>
  endAccounts(ctx),
);

export const LIFECYCLE_JOBS = [
  closureNoticeJob,
  endAccountsJob,
  eraseAccountJob,
  mergeNoticeJob,
  remindRecoveryJob,
  sendRecoveryJob,
  startDelayJob,
];
