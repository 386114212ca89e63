import { randomBytes } from "node:crypto";
import { endSessionUrl } from "@/lib/auth/oidc-client";
import { endOwnSession } from "@/lib/auth/portal-session";
import { postedForm, seeOther } from "@/lib/auth/posted-form";

/** Signs out of the portal, then of Connect and of every service it opened. */
export const POST = (request: Request) =>
  postedForm(request, "/", async () => {
    const idToken = await endOwnSession();
    return idToken
      ? (await endSessionUrl(idToken, randomBytes(16).toString("base64url"))).href
      : "/";
  });

/** Where Connect sends the browser back, once signed out everywhere. */
export const GET = () => seeOther("/");
