import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { cache } from "react";
import { system } from "@/lib/auth/actor";
import { connectCookie, cookieNames } from "@/lib/auth/connect-cookies";
import { rememberBrowser } from "@/lib/auth/device";
import { deriveSecret } from "@/lib/auth/secrets";
import { endSession } from "@/lib/connect/commands/end-sessions";
import { openSession, renewSession } from "@/lib/connect/commands/open-session";
import { type Authentication, BY_PASSWORD } from "@/lib/connect/model";
import { findSession } from "@/lib/connect/queries";

const connect = system("connect");

/** As the library signs its cookies (keygrip: HMAC-SHA1, base64url). */
const signature = (name: string, value: string) =>
  createHmac("sha1", deriveSecret("connect-cookies"))
    .update(`${name}=${value}`)
    .digest("base64url");

/** The value of a cookie of the provider, when its signature is ours. */
export async function signedCookie(name: string): Promise<string | null> {
  const jar = await cookies();
  const [value, given] = [jar.get(name)?.value, jar.get(`${name}.sig`)?.value];
  if (!value || !given) return null;
  const [expected, actual] = [Buffer.from(signature(name, value)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual) ? value : null;
}

/** Who is signed in on the account host, from the provider's own session; null once the password changed since. */
export const findAccountSession = cache(async () => {
  const cookie = await signedCookie(cookieNames().session);
  return cookie ? findSession(cookie) : null;
});

/** In an action or a route handler: ends the session of this browser, and with it that of every service it opened. */
export async function closeAccountSession() {
  const cookie = await signedCookie(cookieNames().session);
  const session = cookie ? await findSession(cookie) : null;
  if (session) await endSession(connect, session.uid);
  const jar = await cookies();
  for (const name of [cookieNames().session, `${cookieNames().session}.sig`])
    jar.set(name, "", { ...connectCookie(), maxAge: 0 });
}

/** The session of this browser, when it is already this account's and lasts as long. */
async function sessionOf(accountId: string, isShared: boolean) {
  const cookie = await signedCookie(cookieNames().session);
  const session = cookie ? await findSession(cookie) : null;
  return session?.accountId === accountId && session.isShared === isShared ? session.uid : null;
}

type How = {
  isShared?: boolean | undefined;
  isProven?: boolean;
  authentication?: Authentication | undefined;
  /** Sealed id token, when FranceConnect is to be signed out of with this session. */
  franceConnect?: string | undefined;
};

/**
 * In an action or a route handler: signs this account in, in this browser. It is the provider's own session: services
 * then open without asking again. On a shared computer it ends with the browser, or after 10 minutes.
 * `isProven`: the person has just proven their mailbox, and is not told there that the device is new.
 */
export async function openAccountSession(
  accountId: string,
  { isShared = false, isProven = false, authentication = BY_PASSWORD, franceConnect }: How = {},
) {
  const before = await sessionOf(accountId, isShared);
  if (!before) await closeAccountSession();
  const device = await rememberBrowser(accountId, { isShared, isProven });
  const renewed = before
    ? await renewSession(connect, before, { accountId, authentication, franceConnect })
    : null;
  const { cookie, expiresAt } =
    renewed ??
    (await openSession(connect, accountId, isShared, { authentication, device, franceConnect }));
  const jar = await cookies();
  const { session } = cookieNames();
  const options = isShared ? connectCookie() : { ...connectCookie(), expires: expiresAt };
  jar.set(session, cookie, options);
  jar.set(`${session}.sig`, signature(session, cookie), options);
}
