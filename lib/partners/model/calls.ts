/** Where a client calls Connect, or Connect calls it. */
export const CALL_ENDPOINTS = [
  "authorize",
  "token",
  "userinfo",
  "logout",
  "backchannel",
  "introspection",
  "revocation",
  "par",
] as const;
export type CallEndpoint = (typeof CALL_ENDPOINTS)[number];

export const ENDPOINT_LABELS: Record<CallEndpoint, string> = {
  authorize: "Demande de connexion",
  token: "Échange du code ou du jeton",
  userinfo: "Lecture des données",
  logout: "Déconnexion demandée",
  backchannel: "Déconnexion annoncée",
  introspection: "Vérification d’un jeton",
  revocation: "Révocation d’un jeton",
  par: "Demande poussée (PAR)",
};

/** Diagnostic, not evidence: kept two weeks, without tokens nor anything about a person. */
export const CALL_DAYS = 14;

/** No person asks again so fast after a refusal: the service did. */
export const LOOP_MS = 1_000;

/** What explains a call, never a token nor a person's data. */
export type CallDetails = {
  /** What was received, and what was expected instead. */
  received?: string;
  expected?: readonly string[];
  /** A parameter's name. */
  parameter?: string;
  /** The library's own English sentence, when there is nothing better. */
  reason?: string;
  status?: number;
  /** sha256 of the last value seen, to know it again without keeping it. */
  last?: string;
};

/** One call as it is written down. `values`: sha256 of what must change each time. */
export type Call = {
  clientId: string;
  organisationId: string | null;
  isSandbox: boolean;
  at: Date;
  endpoint: CallEndpoint;
  isOk: boolean;
  code: string | null;
  details: CallDetails;
  /** A sign-in that was answered with a code: what it was protected with. */
  asked?: { state: string | null; nonce: string | null; challenge: string | null };
  /** Somebody arrived, nothing is answered yet: seen for the checklist, not listed. */
  isStart?: boolean;
  /** A sign-in that ended in tokens. */
  isSignIn?: boolean;
};
