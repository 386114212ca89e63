import "server-only";
import { cookies } from "next/headers";
import { continuation } from "@/lib/accounts/model";
import { cookieName, cookieOptions } from "./cookies";

const NAME = "suite";
const ONE_HOUR = 3_600;

/** In an action: where this browser goes on once its sign-up or its reset is done. */
export async function rememberContinuation(path: unknown) {
  (await cookies()).set(cookieName(NAME), continuation(path), cookieOptions(ONE_HOUR));
}

/** Where to go on, for a link. */
export const heldContinuation = async () =>
  continuation((await cookies()).get(cookieName(NAME))?.value);

/** In an action: where to go on, once. */
export async function takeContinuation() {
  const jar = await cookies();
  const path = continuation(jar.get(cookieName(NAME))?.value);
  jar.delete(cookieName(NAME));
  return path;
}
