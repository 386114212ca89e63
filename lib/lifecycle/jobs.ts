import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { endAccounts } from "./commands/end-accounts";

export { eraseAccountJob } from "./commands/erase-account";
export { closureNoticeJob } from "./commands/send-notice";

/** Every night. */
export const endAccountsJob = defineJob("lifecycle.end-accounts", z.unknown(), (ctx) =>
  endAccounts(ctx),
);
