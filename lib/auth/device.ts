import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { rememberDevice } from "@/lib/accounts/commands/remember-device";
import { formatDevice } from "@/lib/format/device";
import { connectCookie, cookieNames } from "./connect-cookies";

/** As long as a device is known after its last sign-in. */
const THIRTEEN_MONTHS_SECONDS = 395 * 24 * 3600;
const KEY = /^[\w-]{43}$/;

/** « Firefox sur Windows » */
export const deviceName = async () => formatDevice((await headers()).get("user-agent"));

/** What this browser is known by to the accounts that signed in with it; empty when none did. */
export async function heldDevice() {
  const held = (await cookies()).get(cookieNames().device)?.value ?? "";
  return KEY.test(held) ? held : "";
}

/**
 * In an action or a route handler: this browser signs in to this account. It is known again by 256 random bits of
 * a cookie, and by nothing that it would show by itself. On a shared device that cookie goes with the browser.
 */
export async function rememberBrowser(
  accountId: string,
  { isShared = false, isProven = false }: { isShared?: boolean; isProven?: boolean },
) {
  const jar = await cookies();
  const { device } = cookieNames();
  const held = await heldDevice();
  const key = held || randomBytes(32).toString("base64url");
  if (!isShared) jar.set(device, key, { ...connectCookie(), maxAge: THIRTEEN_MONTHS_SECONDS });
  else if (key !== held) jar.set(device, key, connectCookie());
  return rememberDevice(accountId, { key, name: await deviceName(), isProven });
}
