import type { ChallengePurpose } from "@/lib/accounts/model/factors";

export type Ceremony = { purpose: ChallengePurpose; step?: string | undefined };

type Opened = {
  challengeId: string;
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
};

export type Signed = { challengeId: string; credential: string };

/** Of a page that waits for the form to be filled in; a press takes its place. */
let waiting: AbortController | undefined;

async function open(ceremony: Ceremony): Promise<Opened> {
  const response = await fetch("/connexion/cle/options", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ceremony),
  });
  if (!response.ok) throw new Error(`options: ${response.status}`);
  return response.json();
}

const written = (challengeId: string, made: Credential | null): Signed => {
  if (!(made instanceof PublicKeyCredential)) throw new Error("no credential");
  return { challengeId, credential: JSON.stringify(made.toJSON()) };
};

/** Asks the authenticator to sign, or to make a passkey. */
export async function sign(ceremony: Ceremony): Promise<Signed> {
  waiting?.abort();
  const { challengeId, options } = await open(ceremony);
  const made =
    ceremony.purpose === "register"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  return written(challengeId, made);
}

const ASKED_AGAIN_MS = 270_000;

/** Where the browser can, offers the passkeys it knows in the list of the e-mail field; null when it stops. */
export async function signWhenChosen(): Promise<Signed | null> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return null;
  for (;;) {
    const { challengeId, options } = await open({ purpose: "sign-in" });
    const mine = new AbortController();
    waiting = mine;
    let isOver = false;
    const late = setTimeout(() => {
      isOver = true;
      mine.abort();
    }, ASKED_AGAIN_MS);
    try {
      const made = await navigator.credentials.get({
        mediation: "conditional",
        signal: mine.signal,
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      });
      return written(challengeId, made);
    } catch {
      if (!isOver) return null;
    } finally {
      clearTimeout(late);
    }
  }
}

export const stopWaiting = () => waiting?.abort();
