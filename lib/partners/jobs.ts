import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { probeRefusal } from "./commands/probe-refusal";
import { purgeCalls } from "./commands/purge";
import { sendInvitation, sendReviewMail } from "./commands/send-mails";
import { REVIEW_MOVES } from "./model/review";

export const invitationMailJob = defineJob(
  "partners.invitation",
  z.object({ invitationId: z.uuid() }),
  sendInvitation,
);

export const probeRefusalJob = defineJob(
  "partners.probe-refusal",
  z.object({ clientId: z.string() }),
  probeRefusal,
);

/** Told to the other side, at each step. */
export const reviewMailJob = defineJob(
  "partners.review",
  z.object({ reviewId: z.uuid(), move: z.enum(REVIEW_MOVES) }),
  sendReviewMail,
);

/** Every night. */
export const purgePartnersJob = defineJob("partners.purge", z.unknown(), purgeCalls);

export const PARTNER_JOBS = [invitationMailJob, probeRefusalJob, purgePartnersJob, reviewMailJob];
