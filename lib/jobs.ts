import "server-only";
import {
  accountMailJob,
  accountNoticeJob,
  factorNoticeJob,
  identityNoticeJob,
  purgeAccountsJob,
} from "@/lib/accounts/jobs";
import { purgeExpiredJob } from "@/lib/auth/jobs";
import { purgeConnect, sendLogout } from "@/lib/connect/jobs";
import { eraseFile, purgeUnattached, scanFile } from "@/lib/files/jobs";
import { householdMailJob, purgeHouseholdJob } from "@/lib/household/jobs";
import { endAccountsJob, LIFECYCLE_JOBS } from "@/lib/lifecycle/jobs";

import { endActingJob, expireMandatesJob, mandateMailJob } from "@/lib/mandates/jobs";
import { sendDeliveryJob } from "@/lib/notifications/jobs";
import { PARTNER_JOBS, purgePartnersJob } from "@/lib/partners/jobs";
import { purgeDraftsJob, receiveRequestJob, WORKFLOW_JOBS } from "@/lib/requests/jobs";

type Job = { name: string; run: (input: unknown) => Promise<void> };

/** Every job the worker knows. */
export const JOBS: readonly Job[] = [
  ...LIFECYCLE_JOBS,
  accountMailJob,
  accountNoticeJob,
  endActingJob,
  eraseFile,
  expireMandatesJob,
  householdMailJob,
  factorNoticeJob,
  identityNoticeJob,
  mandateMailJob,
  ...PARTNER_JOBS,
  purgeAccountsJob,
  purgeExpiredJob,
  purgeDraftsJob,
  purgeConnect,
  purgeHouseholdJob,
  purgeUnattached,
  receiveRequestJob,
  scanFile,
  sendDeliveryJob,
  sendLogout,
  ...WORKFLOW_JOBS,
];

/** The jobs that nobody asks for: when they run, in UTC (crontab: minute hour day month weekday). */
export const SCHEDULE = [
  { task: endAccountsJob.name, match: "7 3 * * *" },
  { task: purgeDraftsJob.name, match: "47 2 * * *" },
  { task: purgeAccountsJob.name, match: "37 2 * * *" },
  { task: purgeHouseholdJob.name, match: "27 2 * * *" },
  { task: expireMandatesJob.name, match: "*/10 * * * *" },
  { task: purgeExpiredJob.name, match: "*/10 * * * *" },
  { task: purgeConnect.name, match: "* * * * *" },
  { task: purgePartnersJob.name, match: "27 2 * * *" },
  { task: purgeUnattached.name, match: "17 * * * *" },
];
