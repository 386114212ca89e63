import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { sendDelivery } from "./commands/send-delivery";

export const sendDeliveryJob = defineJob(
  "notifications.send",
  z.object({ deliveryId: z.uuid() }),
  sendDelivery,
);
