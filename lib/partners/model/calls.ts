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
};
