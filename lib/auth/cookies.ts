import "server-only";
import { env } from "@/lib/env";

const isSecure = () => new URL(env().PORTAL_URL).protocol === "https:";

/** `__Host-` wherever https allows it (RFC 6265bis §4.1.3.2). */
export const cookieName = (name: string) => (isSecure() ? `__Host-${name}` : name);

export const cookieOptions = (maxAgeSeconds?: number) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
  ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
});
