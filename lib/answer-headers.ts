// What every answer tells browsers. Also read by the web process, outside Next: no import of ours here.

const ONE_YEAR = 31_536_000;

const COMMON = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(self), microphone=()"],
  ["cross-origin-opener-policy", "same-origin"],
] as const;

const SECURE = [["strict-transport-security", `max-age=${ONE_YEAR}; includeSubDomains`]] as const;

/** Whatever its page. */
export const commonHeaders = (requestId: string, isSecure: boolean) =>
  [["x-request-id", requestId] as const, ...COMMON, ...(isSecure ? SECURE : [])] as const;

type Policy = {
  nonce: string;
  /** Other origins where a form of this page may lead, redirects included (Chromium checks them). */
  formTargets: readonly string[];
  isDev: boolean;
};

/** Only our own files and the scripts that carry this answer's nonce; see docs/architecture.md. */
export const contentSecurityPolicyOf = ({ nonce, formTargets, isDev }: Policy) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
