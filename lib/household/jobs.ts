import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { purgeInvitations } from "./commands/parents";
import { householdMailJob } from "./commands/send-mail";

export { householdMailJob };

export const purgeHouseholdJob = defineJob("household.purge", z.unknown(), purgeInvitations);
