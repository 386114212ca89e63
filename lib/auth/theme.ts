import "server-only";
import { cookies } from "next/headers";
import { cookieName } from "./cookies";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/** The display that this browser asked for; the system's own otherwise. */
export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(cookieName("theme"))?.value;
  return isTheme(chosen) ? chosen : "system";
}
