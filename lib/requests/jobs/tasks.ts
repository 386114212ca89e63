import "server-only";
import * as z from "zod";
import { defineTask } from "@/lib/job";

const requestId = z.uuid();
const arrival = z.int().nonnegative();

/** A delay of its workflow is over. */
export const timerTask = defineTask(
  "requests.timer",
  z.object({ requestId, transition: z.string(), arrival }),
);

/** What an applicant's act leads to, and the worker decides. */
export const continueTask = defineTask(
  "requests.continue",
  z.object({ requestId, to: z.string(), arrival }),
);

/** What a workflow does outside the request's own row. */
export const doTask = defineTask(
  "requests.do",
  z.object({ requestId, action: z.string(), arrival }),
);

/** A web service that a workflow calls; `tries`: those made already. */
export const callTask = defineTask(
  "requests.call",
  z.object({ requestId, action: z.string(), arrival, tries: z.int().nonnegative() }),
);
