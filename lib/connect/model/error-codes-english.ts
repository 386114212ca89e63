import type { ErrorCode, ErrorText } from "./error-codes";

export const ENGLISH: Record<ErrorCode, ErrorText> = {
  access_denied: {
    title: "The person said no",
    cause:
      "The person chose not to share their data, or left the sign-in. It is their right, not a fault.",
    checks: [
      "Show a page that says what can be done without an account, with a link to try again.",
      "Do not send them straight back to the sign-in: they would go round in circles.",
    ],
  },
  account_selection_required: {
    title: "The account would have to be chosen",
    cause: "You sent prompt=none, but the person must be asked which account to use.",
    checks: ["Try again without prompt=none."],
  },
  consent_required: {
    title: "The person would have to agree",
    cause:
      "You sent prompt=none, but the person has not agreed yet, has withdrawn, or your notice has changed.",
    checks: [
      "Try again without prompt=none, when the person expects it.",
      "Check that you ask for nothing that your notice does not name.",
    ],
  },
  insufficient_scope: {
    title: "The token does not allow this",
    cause: "The token is valid but lacks the scope that this address needs.",
    checks: [
      "Read scope in the answer of /oidc/token: it is what was granted.",
      "For /oidc/userinfo ask for openid, and do not use a token asked for an API (resource).",
    ],
  },
  interaction_required: {
    title: "A page would have to be shown",
    cause: "You sent prompt=none, but a page is needed.",
    checks: ["Try again without prompt=none."],
  },
  invalid_client: {
    title: "The service did not prove who it is",
    cause:
      "The client is unknown or suspended, its secret is wrong or replaced, or its signed assertion is not valid.",
    checks: [
      "Compare client_id and secret with the console; a replaced secret stops at the end of its overlap.",
      "With client_secret_basic, form-encode id and secret before base64.",
      "Use one authentication method at a time: the registered one.",
      "With private_key_jwt: iss and sub are client_id, aud is the issuer, exp is near, jti is used once, the key is published.",
    ],
  },
  invalid_client_metadata: {
    title: "The registration of the service cannot be read",
    cause: "Most often the keys at jwks_uri could not be fetched.",
    checks: [
      "jwks_uri answers JSON over https, at a public address, within 5 seconds.",
      "Every key is public and complete (kty, crv or n, x, y, e).",
    ],
  },
  invalid_dpop_proof: {
    title: "The DPoP proof is not valid",
    cause: "The JWT in the DPoP header does not match this call (RFC 9449).",
    checks: [
      "htm is the method, htu the address without query, iat is less than five minutes old.",
      "jti is new each time, typ is dpop+jwt, the public key is in jwk, signed with ES256 or EdDSA.",
      "With a token, ath is its SHA-256 in base64url.",
    ],
  },
  invalid_grant: {
    title: "The code or refresh token is worth nothing any more",
    cause:
      "It has expired, was used already, belongs to another client, or the person’s agreement is over. A code lives one minute and serves once.",
    checks: [
      "redirect_uri is the one of the authorization request, character for character.",
      "code_verifier is the one whose hash you sent.",
      "Keep the last refresh token you were given: using an older one ends the whole session.",
      "Never refresh twice in parallel. If the person signed out or withdrew, sign them in again.",
    ],
  },
  invalid_redirect_uri: {
    title: "The redirect address is not registered",
    cause:
      "redirect_uri is not, character for character, a registered one. To protect the person we never send them to an unknown address.",
    checks: [
      "Compare scheme, host, port, path and final slash with the console.",
      "Behind a proxy, make sure that your service knows its own public https address.",
    ],
  },
  invalid_request: {
    title: "The request is incomplete or malformed",
    cause:
      "A parameter is missing, repeated, or not of the expected form. error_description says which.",
    checks: [
      "response_type=code, client_id, redirect_uri and a scope with openid are there, once each.",
      "PKCE is asked of everybody: code_challenge and code_challenge_method=S256.",
      "Bodies are application/x-www-form-urlencoded and smaller than 56 KB.",
      "If your client requires pushed requests, go through /oidc/request.",
      "Two authentication methods at once (header and body) are refused.",
    ],
  },
  invalid_request_uri: {
    title: "The pushed request is worth nothing any more",
    cause: "request_uri has expired (one minute), was used already, or is not ours (RFC 9126).",
    checks: [
      "Push a new request for each sign-in, just before sending the person.",
      "The back button replays a request: offer a link that makes another.",
    ],
  },
  invalid_scope: {
    title: "The scope is not allowed",
    cause: "A scope is not registered for your service, or has a forbidden character.",
    checks: [
      "Compare with the console; add the scope there with its justification.",
      "Scopes are separated by a space, encoded as + or %20.",
    ],
  },
  invalid_target: {
    title: "The API is unknown to your service",
    cause: "resource is not the address of an API that your service is registered for (RFC 8707).",
    checks: [
      "Compare resource with the console: absolute, without fragment, character for character.",
      "One API per token: ask for another token for another API.",
    ],
  },
  invalid_token: {
    title: "The token opens nothing any more",
    cause:
      "It has expired, the person signed out or withdrew, it was revoked, or it is bound to a key that was not proven.",
    checks: [
      "Refresh it; if that fails too, sign the person in again.",
      "A DPoP token is shown with “Authorization: DPoP …” and a proof, never with Bearer.",
      "A token asked for an API is shown to that API only.",
    ],
  },
  login_required: {
    title: "The person would have to sign in",
    cause:
      "You sent prompt=none, but nobody is signed in, the sign-in is too old (max_age), or the level you asked for (acr_values) is not reached.",
    checks: [
      "Read it as “nobody is signed in”: show your sign-in button.",
      "On a shared device every service asks for the password again.",
    ],
  },
  registration_not_supported: {
    title: "Services are not registered this way",
    cause: "The registration parameter is not supported.",
    checks: ["Register your service in the partners’ console."],
  },
  request_not_supported: {
    title: "Request objects are not supported",
    cause: "The request parameter (JAR, RFC 9101) is not supported.",
    checks: ["For a request that the browser cannot change, push it to /oidc/request (RFC 9126)."],
  },
  request_uri_not_supported: {
    title: "This request address is not supported",
    cause: "request_uri only takes requests pushed here (urn:ietf:params:oauth:request_uri:…).",
    checks: ["Push the request to /oidc/request, then send the request_uri you get."],
  },
  server_error: {
    title: "The fault is ours",
    cause: "Something unexpected happened. It is in our logs under the x-request-id of the answer.",
    checks: [
      "Try once more after a few seconds.",
      "If it lasts, write to us with the time and the x-request-id.",
    ],
  },
  session_not_found: {
    title: "The sign-in was already used, or took too long",
    cause:
      "The page was opened twice, stayed open for more than an hour, or the browser refuses cookies.",
    checks: [
      "Offer a sign-in button that starts again with a new state, nonce and PKCE.",
      "Do not open the sign-in in a frame: cookies are not sent there.",
    ],
  },
  temporarily_unavailable: {
    title: "Unavailable for a moment",
    cause: "The sign-in service is overloaded or under maintenance.",
    checks: ["Try again in a minute, and space out your attempts."],
  },
  unauthorized_client: {
    title: "Your service may not do this",
    cause: "This way of getting a token is not allowed to your service.",
    checks: ["Compare with the console: grant types, environment, state."],
  },
  unmet_authentication_requirements: {
    title: "The level of authentication cannot be reached",
    cause:
      "You insist (claims, essential) on a level that the person does not have or that does not exist here. Levels: eidas1 (identity certified by FranceConnect), mfa (second factor).",
    checks: [
      "If the level is only wished for, ask with acr_values and read acr in the id token.",
      "Offer another way: a counter, or a supporting document.",
    ],
  },
  unsupported_grant_type: {
    title: "There is no such grant type here",
    cause: "grant_type is none of authorization_code, refresh_token, client_credentials.",
    checks: ["Check the spelling, and that the body is a form."],
  },
  unsupported_response_mode: {
    title: "There is no such response mode here",
    cause: "response_mode is none of query, fragment, form_post.",
    checks: ["Leave response_mode out: query suits response_type=code."],
  },
  unsupported_response_type: {
    title: "There is no such response type here",
    cause: "Only response_type=code is offered: neither implicit nor hybrid.",
    checks: ["Use the code flow with PKCE; every certified library has it."],
  },
  unsupported_token_type: {
    title: "This kind of token is not read here",
    cause: "Introspection and revocation take access and refresh tokens that we issued.",
    checks: ["Do not send id tokens here: verify them with our keys."],
  },
  use_dpop_nonce: {
    title: "The DPoP proof must carry our nonce",
    cause: "Not a fault: the DPoP-Nonce header of this answer gives the value to put in the proof.",
    checks: ["Make the proof again with nonce and retry at once; keep it for the next time."],
  },
};
