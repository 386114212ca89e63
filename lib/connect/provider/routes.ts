export const ROUTES = {
  authorization: "/oidc/auth",
  end_session: "/oidc/session/end",
  introspection: "/oidc/token/introspection",
  jwks: "/oidc/jwks",
  pushed_authorization_request: "/oidc/request",
  revocation: "/oidc/token/revocation",
  token: "/oidc/token",
  userinfo: "/oidc/userinfo",
} as const;
