import { createHash, randomBytes } from "node:crypto";
import { DEMO_PASSWORD } from "../db/seed/demo-accounts.ts";
import { CLIENT, TOKEN_HEADERS } from "./connect/client.mjs";

const cookieHeader = (cookies) => cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

async function fillSignIn(page, email) {
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** Signs in through the real pages; resolves to the Cookie header of the portal. */
export async function signIn(browser, { portalUrl }, email) {
  const context = await browser.newContext({ locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(`${portalUrl}/se-connecter`);
  await fillSignIn(page, email);
  const reminder = "/connexion/protection";
  await page.waitForURL((url) => url.href.startsWith(portalUrl) || url.pathname === reminder);
  if (page.url().includes(reminder)) await page.getByRole("link", { name: "Plus tard" }).click();
  await page.waitForURL(`${portalUrl}/**`);
  const cookies = await context.cookies(portalUrl);
  await context.close();
  return cookieHeader(cookies);
}

async function tokenEndpoint(connectUrl) {
  const response = await fetch(`${connectUrl}/.well-known/openid-configuration`);
  return (await response.json()).token_endpoint;
}

async function authorise(page, { connectUrl, partnerUrl }, challenge) {
  const query = new URLSearchParams({
    client_id: CLIENT.id,
    response_type: "code",
    redirect_uri: `${partnerUrl}/retour`,
    scope: "openid profile email",
    state: randomBytes(16).toString("hex"),
    nonce: randomBytes(16).toString("hex"),
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
  const { authorization_endpoint: at } = await (
    await fetch(`${connectUrl}/.well-known/openid-configuration`)
  ).json();
  await page.goto(`${at}?${query}`);
}

async function firstConsent(page, email) {
  await fillSignIn(page, email);
  const accept = page.locator('button[name="decision"][value="accept"]');
  await accept.or(page.getByText("La connexion n’a pas abouti")).first().waitFor();
  if (await accept.isVisible()) await accept.click();
}

/** The code that Connect sends to the partner; the partner refuses it, for it did not ask. */
async function codeFor(page, settings, challenge, email) {
  const sent = page.waitForRequest(
    (request) => request.url().startsWith(`${settings.partnerUrl}/retour`),
    { timeout: 60_000 },
  );
  await authorise(page, settings, challenge);
  if (page.url().includes("/interaction/")) await firstConsent(page, email);
  return new URL((await sent).url()).searchParams.get("code") ?? "";
}

/** Refresh tokens of the demo partner, each from a passage of its own through the real pages. */
export async function refreshTokens(browser, settings, email, count) {
  const endpoint = await tokenEndpoint(settings.connectUrl);
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  const tokens = [];
  while (tokens.length < count) {
    const code = await codeFor(page, settings, challenge, email);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: TOKEN_HEADERS,
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code,
        redirect_uri: `${settings.partnerUrl}/retour`,
        code_verifier: verifier,
      }),
    });
    tokens.push((await response.json()).refresh_token);
  }
  await page.context().close();
  return { endpoint, tokens };
}
