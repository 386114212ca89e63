import "server-only";
import { env } from "@/lib/env";

const isSecure = () => new URL(env().CONNECT_URL).protocol === "https:";

/** `__Host-` where the path is the root; the others belong to one interaction. */
export const cookieNames = () => ({
  device: isSecure() ? "__Host-appareil" : "appareil",
  session: isSecure() ? "__Host-connect" : "connect",
  interaction: isSecure() ? "__Secure-interaction" : "interaction",
  resume: isSecure() ? "__Secure-resume" : "resume",
});

export const connectCookie = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
});
