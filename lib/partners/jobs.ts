import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { sendInvitation } from "./commands/send-mails";

export const invitationMailJob = defineJob(
  "partners.invitation",
  z.object({ invitationId: z.uuid() }),
  sendInvitation,
);
