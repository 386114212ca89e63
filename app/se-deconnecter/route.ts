import { randomBytes } from "node:crypto";
import { endSessionUrl } from "@/lib/auth/oidc-client";
import { endOwnSession } from "@/lib/auth/portal-session";
import { postedForm } from "@/lib/auth/posted-form";
import { getViewer } from "@/lib/auth/session";
import { doneAt } from "@/lib/done";
import { seeOther } from "@/lib/http";

/** Signs out of the portal, then of Connect and of every service it opened. */
export const POST = (request: Request) =>
  postedForm(request, "/", async () => {
    const idToken = await endOwnSession();
    return idToken
      ? (await endSessionUrl(idToken, randomBytes(16).toString("base64url"))).href
      : doneAt("/", "deconnexion");
  });

/** Where Connect sends the browser back, once signed out everywhere; a link that only says so is not believed. */
export const GET = async () => seeOther((await getViewer()) ? "/" : doneAt("/", "deconnexion"));
