import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { endActingJob } from "./commands/end-acting";
import { expireMandates } from "./commands/expire-mandates";
import { mandateMailJob } from "./commands/send-mail";

export { endActingJob, mandateMailJob };

/** Every ten minutes. A mandate ends at its hour all the same: each use looks at the clock. */
export const expireMandatesJob = defineJob("mandates.expire", z.unknown(), expireMandates);
