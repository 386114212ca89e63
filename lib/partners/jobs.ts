import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { probeRefusal } from "./commands/probe-refusal";
import { purgeCalls } from "./commands/purge";
import { sendInvitation } from "./commands/send-mails";

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

/** Every night. */
export const purgePartnersJob = defineJob("partners.purge", z.unknown(), purgeCalls);

export const PARTNER_JOBS = [invitationMailJob, probeRefusalJob, purgePartnersJob];
