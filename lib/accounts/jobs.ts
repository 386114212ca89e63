import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { purgeAccountTraces } from "./commands/purge";
import { sendFactorNotice } from "./commands/send-factor-notice";
import { sendAccountMail, sendAccountNotice, sendIdentityNotice } from "./commands/send-mail";
import { FACTOR_NOTICES } from "./model/factors";

/** The mail that goes with a row of account_codes. */
export const accountMailJob = defineJob(
  "accounts.mail",
  z.object({ codeId: z.uuid(), sendings: z.int() }),
  sendAccountMail,
);

export const accountNoticeJob = defineJob(
  "accounts.notice",
  z.object({ accountId: z.uuid(), noticeId: z.uuid(), at: z.iso.datetime() }),
  sendAccountNotice,
);

/** FranceConnect was joined to an account, or taken off it. */
export const identityNoticeJob = defineJob(
  "accounts.identity-notice",
  z.object({
    accountId: z.uuid(),
    what: z.enum(["linked", "unlinked"]),
    noticeId: z.uuid(),
    at: z.iso.datetime(),
  }),
  sendIdentityNotice,
);

/** A means of entering an account was added, removed or used up. */
export const factorNoticeJob = defineJob(
  "accounts.factor-notice",
  z.object({
    accountId: z.uuid(),
    what: z.enum(FACTOR_NOTICES),
    noticeId: z.uuid(),
    at: z.iso.datetime(),
  }),
  sendFactorNotice,
);

/** Every night. */
export const purgeAccountsJob = defineJob("accounts.purge", z.unknown(), purgeAccountTraces);
