"use server";

import { cookies } from "next/headers";
import { submit } from "@/lib/action";
import { cookieName, cookieOptions } from "@/lib/auth/cookies";
import { DENSITIES, THEMES } from "@/lib/auth/theme";
import { doneAt } from "@/lib/done";

const ONE_YEAR = 31_536_000;
const CHOICES: Record<string, readonly string[]> = { theme: THEMES, density: DENSITIES };

export async function keepDisplayAction(form: FormData) {
  const as = async () => ({ actor: { kind: "visitor", id: "" } }) as const;
  return submit(form, { at: "/affichage", as }, async (_, values) => {
    const jar = await cookies();
    for (const [name, choices] of Object.entries(CHOICES)) {
      const value = values[name];
      if (value && choices.includes(value))
        jar.set(cookieName(name), value, cookieOptions(ONE_YEAR));
    }
    return doneAt("/affichage", "affichage");
  });
}
