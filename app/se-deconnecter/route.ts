import { randomBytes } from "node:crypto";
import { isFromOurPage } from "@/lib/auth/csrf";
import { endSessionUrl } from "@/lib/auth/oidc-client";
import { endOwnSession } from "@/lib/auth/portal-session";
import { seeOther } from "@/lib/auth/posted-form";

/** Signs out of the portal, then of Connect and of every service it opened. */
export async function POST(request: Request) {
  const csrf = (await request.formData()).get("csrf");
  if (!(await isFromOurPage(typeof csrf === "string" ? csrf : ""))) return seeOther("/");
  const idToken = await endOwnSession();
  if (!idToken) return seeOther("/");
  return seeOther((await endSessionUrl(idToken, randomBytes(16).toString("base64url"))).href);
}

/** Where Connect sends the browser back, once signed out everywhere. */
export const GET = () => seeOther("/");
