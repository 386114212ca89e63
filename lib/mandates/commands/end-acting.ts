import "server-only";
import * as z from "zod";
import { endActingGrants } from "@/lib/connect/commands/end-acting-grants";
import type { Context } from "@/lib/context";
import { defineJob } from "@/lib/job";
import { getMandate } from "../queries";

const endActing = async (ctx: Context, { mandateId }: { mandateId: string }) => {
  const { helperId, personId } = await getMandate(ctx, mandateId);
  if (helperId && personId) await endActingGrants(ctx, { mandateId, helperId, personId });
};

/** Once a mandate is over: its tokens, which opened nothing any more, are deleted, and services told where somebody acted. */
export const endActingJob = defineJob(
  "mandates.end-acting",
  z.object({ mandateId: z.uuid() }),
  endActing,
);
