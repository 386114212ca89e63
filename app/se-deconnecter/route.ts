import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { cookieName } from "@/lib/auth/cookies";
import { isFromOurPage } from "@/lib/auth/csrf";
import { endSessionUrl } from "@/lib/auth/oidc-client";
import { closePortalSession, portalSessionId } from "@/lib/auth/portal-session";

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

/** Signs out of the portal, then of Connect and of every service it opened. */
export async function POST(request: Request) {
  const csrf = (await request.formData()).get("csrf");
  if (!(await isFromOurPage(typeof csrf === "string" ? csrf : ""))) return seeOther("/");
  const id = await portalSessionId();
  const idToken = id && (await closePortalSession(id));
  (await cookies()).delete(cookieName("session"));
  if (!idToken) return seeOther("/");
  return seeOther((await endSessionUrl(idToken, randomBytes(16).toString("base64url"))).href);
}
