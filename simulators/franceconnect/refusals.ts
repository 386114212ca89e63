/** Why a call was refused, as FranceConnect says it: the code is on its error page, the rest in the protocol. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly status: number,
    /** « Y030007 »; none where the protocol's own error says it all. */
    readonly code: string | null,
    readonly error: string,
    readonly description: string,
  ) {
    super(description);
  }
}

/** Parameters outside the list, missing or malformed. */
export const wrongParameter = (description: string) =>
  new Refusal(400, "Y030007", "invalid_request", description);

export const wrongLogout = (description: string) =>
  new Refusal(400, "Y000400", "invalid_request", description);

/** Goes back to the service with the error of the protocol (OpenID Connect Core §3.1.2.6). */
export class RedirectedRefusal extends Refusal {
  constructor(
    readonly redirectUri: string,
    readonly state: string,
    error: string,
    description: string,
  ) {
    super(303, null, error, description);
  }
}

type Noted = { at: Date; call: string; code: string | null; error: string; description: string };

const MOST = 200;
const noted: Noted[] = [];

/** Kept for the page that tells a developer what was refused, and why; never a value that was sent. */
export function note(call: string, { code, error, description }: Refusal) {
  noted.unshift({ at: new Date(), call, code, error, description });
  noted.splice(MOST);
}

export const listRefusals = (): readonly Noted[] => noted;
