import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { continuation, signInPath } from "@/lib/accounts/model";
import type { WhyNobody } from "@/lib/accounts/model/civil-identity";
import { env } from "@/lib/env";
import { seeOther } from "@/lib/http";
import { onwardPage } from "@/lib/refusal-page";
import { cookieName, cookieOptions } from "./cookies";
import { localPath } from "./return-path";

const NAME = "franceconnect";
const RETURN = "certifier";
const ONE_HOUR = 3_600;

/** What ties a way to FranceConnect to this browser; empty when it never started one. */
export const identifyingBrowser = async () => (await cookies()).get(cookieName(NAME))?.value ?? "";

/** In a route handler: the same for all the ways begun in this browser within the hour. */
export async function openIdentifyingBrowser() {
  const known = await identifyingBrowser();
  const browser = /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString("base64url");
  (await cookies()).set(cookieName(NAME), browser, cookieOptions(ONE_HOUR));
  return browser;
}

/** In a route handler: the page of the portal that waits for a certified identity. */
export async function rememberPortalReturn(path: unknown) {
  (await cookies()).set(cookieName(RETURN), localPath(path), cookieOptions(ONE_HOUR));
}

const PORTAL = "portal:";

/** That page, as the end of a way to FranceConnect, or null. */
export async function portalReturn() {
  const path = (await cookies()).get(cookieName(RETURN))?.value;
  return path ? `${PORTAL}${localPath(path)}` : null;
}

export async function forgetPortalReturn() {
  (await cookies()).delete(cookieName(RETURN));
}

/** The portal reads the account again when somebody comes in: through its own sign-in. */
export const portalAddress = (path: string) =>
  new URL(`/se-connecter?retour=${encodeURIComponent(localPath(path))}`, env().PORTAL_URL).href;

const isOnPortal = (path: string) => path.startsWith(new URL(env().PORTAL_URL).origin);

/** In a route handler, after redirects that began with a form: to the portal by a page of its own. */
export const landOn = (request: Request, path: string) =>
  isOnPortal(path) ? onwardPage(request, path) : seeOther(path);

/** Where the end of a way to FranceConnect is: a page of the portal, or of the account. */
export const endOf = (suite: string) =>
  suite.startsWith(PORTAL) ? portalAddress(suite.slice(PORTAL.length)) : continuation(suite);

/** A sign-in under way goes on by itself, without a page that would ask to. */
export const goOn = (suite: string) =>
  suite.startsWith("/interaction/") ? `${continuation(suite)}/poursuite` : endOf(suite);

/** The page that says why nobody is identified; `suite` is where they were going. */
export const failurePath = (reason: WhyNobody, suite: string) =>
  `/franceconnect/erreur?raison=${reason}&suite=${encodeURIComponent(continuation(suite))}`;

export const beforeFranceConnect = (suite: string) => signInPath(continuation(suite));
