/** Every error of the provider: the codes never change, and each has a page at /kit/erreurs/<code>. */
export const ERROR_CODES = [
  "access_denied",
  "account_selection_required",
  "consent_required",
  "insufficient_scope",
  "interaction_required",
  "invalid_client",
  "invalid_client_metadata",
  "invalid_dpop_proof",
  "invalid_grant",
  "invalid_redirect_uri",
  "invalid_request",
  "invalid_request_uri",
  "invalid_scope",
  "invalid_target",
  "invalid_token",
  "login_required",
  "registration_not_supported",
  "request_not_supported",
  "request_uri_not_supported",
  "server_error",
  "session_not_found",
  "temporarily_unavailable",
  "unauthorized_client",
  "unmet_authentication_requirements",
  "unsupported_grant_type",
  "unsupported_response_mode",
  "unsupported_response_type",
  "unsupported_token_type",
  "use_dpop_nonce",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a developer needs: why this happens, then what to check, the likeliest first. */
export type ErrorText = { title: string; cause: string; checks: readonly string[] };

export const isErrorCode = (code: unknown): code is ErrorCode =>
  ERROR_CODES.some((known) => known === code);

/** Where a code is explained, on the account host. */
export const errorPath = (code: string) =>
  isErrorCode(code) ? `/kit/erreurs/${code}` : "/kit/erreurs";
