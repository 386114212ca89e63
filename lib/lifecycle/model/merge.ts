import { type CivilIdentity, isRectified } from "@/lib/accounts/model/civil-identity";

/** To read the page, and press once. */
export const PROOF_MINUTES = 15;

/** One of the two accounts, as the rules see it. */
export type Side = {
  id: string;
  email: string;
  holdsRole: boolean;
  isClosing: boolean;
  isRecovering: boolean;
  certificate: { pivot: CivilIdentity } | null;
};

/** Why this account cannot be joined to that one, or null. */
export function refusalToJoin(closed: Side, kept: Side): string | null {
  if (closed.id === kept.id) return "C’est le même compte\u00a0: il n’y a rien à réunir.";
  if (closed.isClosing || kept.isClosing)
    return "L’un des deux comptes va être supprimé. Gardez-le d’abord\u00a0: connectez-vous-y.";
  if (closed.isRecovering || kept.isRecovering)
    return "Une récupération est en cours pour l’un des deux comptes. Attendez qu’elle soit finie, ou annulez-la.";
  if (closed.holdsRole)
    return "Vous êtes agent d’une collectivité avec ce compte\u00a0: c’est lui qu’il faut garder.";
  if (!isSamePerson(closed.certificate?.pivot, kept.certificate?.pivot))
    return "FranceConnect a certifié ces deux comptes pour deux personnes différentes.";
  return null;
}

/** Nothing says that they are two people. */
const isSamePerson = (one?: CivilIdentity, other?: CivilIdentity) =>
  !one || !other || isRectified(one, other);

/** Those of the two that may stay, the one signed in first. */
export const keepable = (own: Side, other: Side) =>
  [own, other].filter((kept) => refusalToJoin(kept === own ? other : own, kept) === null);
