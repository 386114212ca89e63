import "server-only";
import { cookies } from "next/headers";
import { cookieName } from "./cookies";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const DENSITIES = ["comfortable", "dense"] as const;
export type Density = (typeof DENSITIES)[number];

const chosen = async <T extends string>(name: string, values: readonly T[], other: T) => {
  const kept = (await cookies()).get(cookieName(name))?.value;
  return values.find((value) => value === kept) ?? other;
};

/** The display that this browser asked for; the system's own otherwise. */
export const getTheme = () => chosen<Theme>("theme", THEMES, "system");

/** How tight agents want their tables; text and targets keep their size. */
export const getDensity = () => chosen<Density>("density", DENSITIES, "comfortable");
