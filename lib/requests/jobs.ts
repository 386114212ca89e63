import "server-only";
import * as z from "zod";
import { defineJob, runTask } from "@/lib/job";
import { callService } from "./commands/call-service";
import { doAction } from "./commands/do-action";
import { continueRequest } from "./commands/go-on";
import { purgeDrafts } from "./commands/purge-drafts";
import { receiveRequest } from "./commands/receive-request";
import { callTask, continueTask, doTask, timerTask } from "./jobs/tasks";

export const receiveRequestJob = defineJob(
  "requests.receive",
  z.object({ requestId: z.uuid() }),
  receiveRequest,
);

/** Runs every night: see SCHEDULE in lib/jobs.ts. */
export const purgeDraftsJob = defineJob("requests.purge-drafts", z.object({}), purgeDrafts);

/** What workflows ask of the worker. */
export const WORKFLOW_JOBS = [
  runTask(timerTask, (ctx, { requestId, ...time }) =>
    continueRequest(ctx, requestId, { kind: "time", ...time }),
  ),
  runTask(continueTask, (ctx, { requestId, ...onward }) =>
    continueRequest(ctx, requestId, { kind: "continue", ...onward }),
  ),
  runTask(callTask, callService),
  runTask(doTask, doAction),
] as const;
