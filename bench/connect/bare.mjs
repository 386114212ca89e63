// oidc-provider as it comes, with its in-memory adapter: who asks is signed in, and agrees, at once.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";
import { CLIENT } from "./client.mjs";

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const HOURS_12 = 12 * 3600;
const { privateKey } = await generateKeyPair("RS256", { extractable: true });

const provider = new Provider(issuer, {
  jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: "bench" }] },
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [redirectUri],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    },
  ],
  cookies: { keys: [randomUUID()] },
  claims: {
    openid: ["sub"],
    email: ["email"],
    profile: ["given_name", "family_name", "birthdate"],
  },
  features: { devInteractions: { enabled: false } },
  routes: { authorization: "/oidc/auth", token: "/oidc/token", userinfo: "/oidc/userinfo" },
  ttl: {
    Session: HOURS_12,
    Grant: HOURS_12,
    RefreshToken: HOURS_12,
    AccessToken: 1800,
    IdToken: 3600,
  },
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: id,
      given_name: "Camille",
      family_name: "Exemple",
      birthdate: "1980-01-01",
    }),
  }),
});

async function answer(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    const login = { accountId: params.login_hint ?? "nobody" };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(
    request,
    response,
    { consent },
    { mergeWithLastSubmission: true },
  );
}

const serve = provider.callback();
createServer((request, response) =>
  request.url.startsWith("/interaction/") ? answer(request, response) : serve(request, response),
).listen(Number(port), "127.0.0.1");
