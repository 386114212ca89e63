import { beforeEach } from "vitest";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { forgetJobs } from "./jobs";
import { mailbox } from "./mailbox";

/** Before each test of a file: the demo's accounts, no mail sent, no job left. */
export const beforeEachDemoAccounts = () =>
  beforeEach(async () => {
    mailbox.length = 0;
    await forgetJobs();
    await seedDemoAccounts();
  });
