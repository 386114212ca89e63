import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { purgeDrafts } from "./commands/purge-drafts";
import { receiveRequest } from "./commands/receive-request";

export const receiveRequestJob = defineJob(
  "requests.receive",
  z.object({ requestId: z.uuid() }),
  receiveRequest,
);

/** Runs every night: see SCHEDULE in lib/jobs.ts. */
export const purgeDraftsJob = defineJob("requests.purge-drafts", z.object({}), purgeDrafts);
