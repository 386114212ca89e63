import "server-only";
import { cookies } from "next/headers";
import * as z from "zod";
import { cookieName, cookieOptions } from "./cookies";
import { seal, unseal } from "./secrets";

const NAME = "codes";
const SEALED_FOR = "shown-recovery-codes";
const TEN_MINUTES = 600;

const shown = z.object({ accountId: z.uuid(), codes: z.array(z.string()) });

/** In an action: recovery codes are kept nowhere else than in this browser, sealed, until they are noted. */
export async function showCodes(accountId: string, codes: readonly string[]) {
  const sealed = seal(SEALED_FOR, JSON.stringify({ accountId, codes }));
  (await cookies()).set(cookieName(NAME), sealed, cookieOptions(TEN_MINUTES));
}

/** New codes that this account has not noted yet; none for anybody else. */
export async function shownCodes(accountId: string): Promise<readonly string[]> {
  const sealed = (await cookies()).get(cookieName(NAME))?.value;
  if (!sealed) return [];
  try {
    const kept = shown.parse(JSON.parse(unseal(SEALED_FOR, sealed)));
    return kept.accountId === accountId ? kept.codes : [];
  } catch {
    return [];
  }
}

/** In an action. */
export async function forgetShownCodes() {
  (await cookies()).delete(cookieName(NAME));
}
