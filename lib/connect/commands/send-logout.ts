import "server-only";
import * as z from "zod";
import { defineJob } from "@/lib/job";
import { sendLogoutToken } from "../provider/logout-token";

/** Tells one service that a session is over (OpenID Connect Back-Channel Logout 1.0); retried until it answers. */
export const sendLogout = defineJob(
  "connect.send-logout",
  z.object({ clientId: z.string(), accountId: z.uuid(), sid: z.string() }),
  (_ctx, payload) => sendLogoutToken(payload),
);
