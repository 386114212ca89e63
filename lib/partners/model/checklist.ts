import type { CallDetails } from "./calls";
import {
  CHECKS,
  type Check,
  type CheckState,
  REFUSED_AFTER_MS,
  TRIALS,
  type Trial,
} from "./checks";

/** What each line is, and what to do when it fails. */
export const CHECK_TEXTS: Record<Check, { title: string; how: string; mend: string }> = {
  state: {
    title: "state est envoyé, différent à chaque connexion",
    how: "Se voit à la prochaine connexion.",
    mend: "Envoyez un state aléatoire (32 octets), nouveau à chaque connexion, gardé en session.",
  },
  "state-verified": {
    title: "Un state qui n’est pas le vôtre est refusé",
    how: "Armez l’essai\u00a0: le prochain retour portera un autre state.",
    mend: "Comparez le state reçu à celui de la session, et arrêtez tout s’il diffère\u00a0: n’échangez pas le code.",
  },
  nonce: {
    title: "nonce est envoyé, différent à chaque connexion",
    how: "Se voit à la prochaine connexion.",
    mend: "Envoyez un nonce aléatoire (32 octets), nouveau à chaque connexion, gardé en session.",
  },
  "nonce-verified": {
    title: "Un nonce qui n’est pas le vôtre est refusé",
    how: "Armez l’essai\u00a0: le prochain jeton d’identité portera un autre nonce.",
    mend: "Comparez le nonce du jeton d’identité à celui de la session, et arrêtez tout s’il diffère.",
  },
  pkce: {
    title: "PKCE (S256) est employé, différent à chaque connexion",
    how: "Se voit à la prochaine connexion.",
    mend: "Envoyez code_challenge avec code_challenge_method=S256, calculé d’un code_verifier nouveau à chaque connexion.",
  },
  signature: {
    title: "Un jeton d’identité mal signé est refusé",
    how: "Armez l’essai\u00a0: le prochain jeton d’identité sera mal signé.",
    mend: "Vérifiez la signature avec les clés de jwks_uri. Certaines bibliothèques ne le font qu’à la demande (openid-client\u00a0: enableNonRepudiationChecks).",
  },
  issuer: {
    title: "Un jeton d’identité d’un autre émetteur est refusé",
    how: "Armez l’essai\u00a0: le prochain jeton d’identité dira venir d’ailleurs.",
    mend: "Comparez iss à l’émetteur de la découverte, exactement.",
  },
  audience: {
    title: "Un jeton d’identité destiné à un autre est refusé",
    how: "Armez l’essai\u00a0: le prochain jeton d’identité sera pour un autre service.",
    mend: "Vérifiez que aud est votre identifiant (client_id).",
  },
  code: {
    title: "Un code ne sert qu’une fois",
    how: "Se voit à la prochaine connexion.",
    mend: "Votre service a présenté deux fois le même code\u00a0: n’échangez pas le code de nouveau quand la page de retour est rechargée.",
  },
  refusal: {
    title: "Un refus de partage est compris",
    how: "Connectez-vous avec un compte d’essai, et refusez le partage.",
    mend: "Au retour avec error=access_denied, montrez une page qui dit quoi faire sans compte\u202f; ne relancez pas la connexion.",
  },
  logout: {
    title: "La fin de session est reçue (200)",
    how: "Déclarez une adresse de déconnexion, connectez-vous, puis déconnectez-vous.",
    mend: "Répondez 200 au logout_token après l’avoir vérifié, et fermez la session nommée par sid.",
  },
};

/** What a failure adds to its line. */
const REASONS: Record<string, string> = {
  absent: "Il n’a pas été envoyé.",
  repeated: "La même valeur a servi deux fois.",
  loop: "Votre service a relancé la connexion aussitôt.",
  empty: "La page de retour est vide.",
};

export function reasonText({ reason, status }: CallDetails) {
  if (status) return `Votre service a répondu ${status}.`;
  if (!reason) return "";
  return REASONS[reason] ?? `Votre service a répondu\u00a0: ${reason}.`;
}

const FIRST_BAD_STATUS = 500;

/** What is wrong with a page that answers a refusal; null when it is one. */
export function refusalProblem({ status, size }: { status: number; size: number }) {
  const isMissing = status === 404 || status === 405 || status >= FIRST_BAD_STATUS;
  if (isMissing) return { status } satisfies CallDetails;
  return status === 200 && size === 0 ? ({ reason: "empty" } satisfies CallDetails) : null;
}

export type Sent = { check: Trial; sentAt: Date | null; takenAt: Date | null };

export type Line = {
  check: Check;
  state: CheckState | "unseen" | "armed" | "waiting";
  at: Date | null;
  details: CallDetails;
};

/**
 * What became of a wrong answer: taken is a failure; not taken for a while, a refusal, if this client does go on when
 * the answer is right (otherwise nothing is proven).
 */
export function verdictOf({ sentAt, takenAt }: Omit<Sent, "check">, now: Date): Line["state"] {
  if (!sentAt) return "armed";
  if (takenAt) return "failed";
  return now.getTime() - sentAt.getTime() > REFUSED_AFTER_MS ? "passed" : "waiting";
}

type Seen = { check: Check; state: CheckState; at: Date; details: CallDetails };

/** The whole checklist, in its order. `trials`: the newest first. `readsData`: it has read somebody's data once. */
export function checklistOf(
  seen: readonly Seen[],
  trials: readonly Sent[],
  { readsData, now = new Date() }: { readsData: boolean; now?: Date },
): Line[] {
  return CHECKS.map((check): Line => {
    const observed = seen.find((line) => line.check === check);
    const unseen: Line = { check, state: "unseen", at: null, details: {} };
    if (!(TRIALS as readonly Check[]).includes(check)) return observed ?? unseen;
    const trial = trials.find((sent) => sent.check === check);
    if (!trial) return unseen;
    const state = verdictOf(trial, now);
    const isUnproven = state === "passed" && check !== "state-verified" && !readsData;
    return { ...unseen, state: isUnproven ? "unseen" : state, at: trial.takenAt ?? trial.sentAt };
  });
}

export const isComplete = (lines: readonly Line[]) =>
  lines.every(({ state }) => state === "passed");
