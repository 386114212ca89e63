import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { receiveRequest } from "./commands/receive-request";

export const receiveRequestJob = defineJob(
  "requests.receive",
  z.object({ requestId: z.uuid() }),
  receiveRequest,
);
