import { PASSWORD_LENGTH } from "@/lib/accounts/model";
import type { Strength } from "@/lib/accounts/schemas/strength";

export type HeldPassword = { isRefused: boolean; says: string };

const SAYS: Record<Strength, string> = {
  refused:
    "Trop connu, ou trop facile à deviner. Essayez par exemple quatre mots sans rapport entre eux.",
  fair: "Ce mot de passe convient. Un mot de plus le rendrait solide.",
  solid: "Ce mot de passe est solide.",
};

/** What to say of a password while it is typed; nothing of an empty one. */
export function judged(password: string, strength: () => Strength): HeldPassword | null {
  if (password === "") return null;
  const missing = PASSWORD_LENGTH.min - password.length;
  if (missing > 0)
    return {
      isRefused: false,
      says: missing === 1 ? "Encore 1\u00a0caractère." : `Encore ${missing}\u00a0caractères.`,
    };
  const found = strength();
  return { isRefused: found === "refused", says: SAYS[found] };
}
