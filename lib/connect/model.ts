/** What a client may ask for, and the claims behind each scope (OpenID Connect Core §5.4). */
export const SCOPE_CLAIMS = {
  openid: ["sub", "acr", "amr", "act", "previous_subs"],
  profile: [
    "name",
    "given_name",
    "family_name",
    "birthdate",
    "gender",
    "claim_origins",
    "verified_claims",
    "updated_at",
  ],
  email: ["email", "email_verified"],
  phone: ["phone_number", "phone_number_verified"],
  address: ["address"],
  /** Reads the children of one's household through /api/v1/household. */
  household: ["household"],
  /** Reads and withdraws one's own consents through /api/v1/consents. */
  consents: [],
} as const satisfies Record<string, readonly string[]>;

export type Scope = keyof typeof SCOPE_CLAIMS;
export const SCOPES = Object.keys(SCOPE_CLAIMS) as Scope[];

/** Always said with the rest: they are about the claims, not about the person. */
export const CLAIMS_ABOUT_CLAIMS = [
  "sub",
  "acr",
  "amr",
  "act",
  "previous_subs",
  "claim_origins",
  "verified_claims",
  "updated_at",
];

export const SIGNING_ALGORITHMS = ["ES256", "RS256"] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** `next` is published before it signs, `retired` as long as its signatures may be checked. */
export const KEY_STATES = ["next", "current", "retired"] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** How a client proves who it is at the token endpoint; `none` for what cannot keep a secret (RFC 7591 §2). */
export const CLIENT_AUTHENTICATIONS = [
  "client_secret_basic",
  "client_secret_post",
  "private_key_jwt",
  "none",
] as const;
export type ClientAuthentication = (typeof CLIENT_AUTHENTICATIONS)[number];

export const GRANT_TYPES = ["authorization_code", "refresh_token", "client_credentials"] as const;
export type GrantType = (typeof GRANT_TYPES)[number];

/** A sandbox client knows test residents only. */
export const CLIENT_ENVIRONMENTS = ["sandbox", "production"] as const;
export type ClientEnvironment = (typeof CLIENT_ENVIRONMENTS)[number];

/** A public key as the client published it (RFC 7517). */
export type PublicKey = { kty: string; [member: string]: unknown };

/**
 * A connected service. Addresses may start with $PORTAL_URL, $CONNECT_URL or $PASS_URBAIN_URL: our own
 * programs follow the environment.
 */
export type ClientSettings = {
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  backchannelLogoutUri?: string | undefined;
  /** Whether logout tokens name the session (`sid`); yes unless said otherwise. */
  backchannelLogoutSessionRequired?: boolean;
  /** Its logout address is also told, by `sub` alone, when an account is deleted (OpenID RISC `account-purged`). */
  hearsOfClosures?: boolean;
  scopes: readonly Scope[];
  /** Signs id tokens and logout tokens. */
  alg: SigningAlgorithm;
  /** Signs userinfo answers, then sent as JWT; none: plain JSON. */
  userinfoAlg?: SigningAlgorithm;
  /** Signs introspection answers when asked for (RFC 9701). */
  introspectionAlg?: SigningAlgorithm;
  /** `client_secret_basic` with a secret, `none` without, unless said otherwise. */
  authentication?: ClientAuthentication;
  /** Public keys of a client that signs its assertions: the keys themselves, or where they are published. */
  jwks?: { keys: readonly PublicKey[] };
  jwksUri?: string;
  /** Authorization code and refresh token unless said otherwise; a machine has client credentials only. */
  grantTypes?: readonly GrantType[];
  /** Access tokens only open anything with the client's key (RFC 9449). */
  isDpopBound?: boolean;
  /** Authorization requests must be pushed first (RFC 9126). */
  requiresPar?: boolean;
  /** For a client that cannot send a challenge (RFC 7636) but keeps a secret; `nonce` then protects its codes. */
  isPkceOptional?: boolean;
  /** Identifiers of the APIs this client may ask tokens for (RFC 8707). */
  resources?: readonly string[];
  homepage?: string;
  logo?: string;
  policyUri?: string;
  termsUri?: string;
  /** Addresses of the people who look after it. */
  contacts?: readonly string[];
  /** Why each scope is needed, in the developer's words. */
  justifications?: Partial<Record<Scope, string>>;
};

/** `retrying` between attempts, `dead` after the last. */
export const LOGOUT_DELIVERY_STATES = ["retrying", "delivered", "dead"] as const;
export type LogoutDeliveryState = (typeof LOGOUT_DELIVERY_STATES)[number];

export const LOGOUT_STATE_LABELS: Record<LogoutDeliveryState, string> = {
  retrying: "Nouvel essai prévu",
  delivered: "Reçue",
  dead: "Abandonnée",
};

/** How long to wait after each failed attempt to tell a service: eight attempts over ten hours and a half. */
export const LOGOUT_RETRY_SECONDS = [10, 60, 300, 900, 3600, 10_800, 21_600] as const;

/** Why a service did not hear of a logout: what it answered, or what stopped us. */
export const LOGOUT_FAULTS = {
  timeout: "Le service n’a pas répondu en 5 secondes",
  refused: "Le service refuse la connexion",
  unknown_host: "Le nom du serveur n’existe pas",
  tls: "Le certificat du serveur n’est pas valable",
  private_address: "L’adresse n’est pas une adresse https publique",
  unreachable: "Le serveur est injoignable",
} as const;
export type LogoutFault = keyof typeof LOGOUT_FAULTS | `status_${number}`;

/** For the developers of the service. */
export function describeLogoutFault(fault: string) {
  const [, status] = /^status_(\d+)$/.exec(fault) ?? [];
  if (status) return `Le service a répondu ${status} au lieu de 200 ou 204`;
  return LOGOUT_FAULTS[fault as keyof typeof LOGOUT_FAULTS] ?? fault;
}

/** How a session was opened: methods (RFC 8176, and `fc` for FranceConnect) and, when the State vouches for it, the level. */
export type Authentication = { amr: string[]; acr?: string | undefined };

export const BY_PASSWORD: Authentication = { amr: ["pwd"] };
/** A link sent to the mailbox; RFC 8176 has no word for it. */
export const BY_MAIL: Authentication = { amr: ["mail"] };
export const byFranceConnect = (acr: string): Authentication => ({ amr: ["fc"], acr });

/** Levels that a service may ask for (`acr`): an identity certified by FranceConnect, a second factor. */
export const ACR_VALUES = ["eidas1", "mfa"] as const;
export type Acr = (typeof ACR_VALUES)[number];

/** The levels that an authentication reaches; higher eIDAS levels are worth the first. */
export const levelsOf = ({ amr, acr }: Authentication): readonly Acr[] =>
  ACR_VALUES.filter((level) =>
    level === "mfa" ? amr.includes("mfa") : acr !== undefined && /^eidas[123]$/.test(acr),
  );

/** What the id token says: the first level asked for that is reached, else the one there is. */
export function acrFor(authentication: Authentication, asked: readonly string[] = []) {
  const levels = levelsOf(authentication);
  const [first] = levels;
  return levels.find((level) => asked.includes(level)) ?? authentication.acr ?? first;
}

/** What a second proof adds to the first one (RFC 8176). */
export const withSecondProof = (
  { amr, acr }: Authentication,
  methods: readonly string[],
): Authentication => ({ amr: [...new Set([...amr, ...methods, "mfa"])], acr });

export const isTwoFactor = ({ amr }: Authentication) => amr.includes("mfa");

export const SESSION_HOURS = 12;
/** How long a proof that it is its owner who holds a session is good for sensitive acts. */
export const PROOF_MINUTES = 10;
/** « Cet appareil est partagé » */
export const SHARED_SESSION_MINUTES = 10;

/** What a session was opened on, as `account_devices` knows it: « Firefox sur Windows ». */
export type SessionDevice = { id: string; name: string };

/** Why a session ended: its owner left, or closed it from elsewhere; it ran out. */
export type SessionEnd = "signed-out" | "closed" | "expired";
