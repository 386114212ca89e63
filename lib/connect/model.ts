/** What a client may ask for, and the claims behind each scope (OpenID Connect Core §5.4). */
export const SCOPE_CLAIMS = {
  openid: ["sub", "acr", "amr"],
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
  "claim_origins",
  "verified_claims",
  "updated_at",
];

export const SIGNING_ALGORITHMS = ["ES256", "RS256"] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** `next` is published before it signs, `retired` as long as its signatures may be checked. */
export const KEY_STATES = ["next", "current", "retired"] as const;
export type KeyState = (typeof KEY_STATES)[number];

/**
 * A connected service. Addresses may start with $PORTAL_URL, $CONNECT_URL or $PASS_URBAIN_URL: our own
 * programs follow the environment.
 */
export type ClientSettings = {
  redirectUris: readonly string[];
  postLogoutRedirectUris: readonly string[];
  backchannelLogoutUri?: string;
  scopes: readonly Scope[];
  alg: SigningAlgorithm;
};

/** How a session was opened: methods (RFC 8176, and `fc` for FranceConnect) and, when the State vouches for it, the level. */
export type Authentication = { amr: string[]; acr?: string | undefined };

export const BY_PASSWORD: Authentication = { amr: ["pwd"] };
export const byFranceConnect = (acr: string): Authentication => ({ amr: ["fc"], acr });

export const SESSION_HOURS = 12;
/** « Cet appareil est partagé » */
export const SHARED_SESSION_MINUTES = 10;

/** What a session was opened on, as `account_devices` knows it: « Firefox sur Windows ». */
export type SessionDevice = { id: string; name: string };

/** Why a session ended: its owner left, or closed it from elsewhere; it ran out. */
export type SessionEnd = "signed-out" | "closed" | "expired";
