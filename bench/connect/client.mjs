import { createHash, randomBytes } from "node:crypto";
import { DEMO_PASSWORD } from "../../db/seed/demo-accounts.ts";

/** The demo partner (db/seed/connect.ts); the bare provider knows it too. */
export const CLIENT = { id: "pass-urbain", secret: "pass-urbain-demonstration" };

const random = (bytes) => randomBytes(bytes).toString("base64url");
const BASIC = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
export const TOKEN_HEADERS = {
  authorization: BASIC,
  "content-type": "application/x-www-form-urlencoded",
};

/** A browser as far as a sign-in needs one: it keeps cookies and posts forms from the page it is on. */
export function openBrowser(base) {
  const jar = new Map();
  const ask = async (address, form) => {
    const url = new URL(address, base);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const post = form && { method: "POST", body: new URLSearchParams(form) };
    const headers = { cookie, ...(form && { origin: base }) };
    const answer = await fetch(url, { headers, redirect: "manual", ...post });
    const page = await answer.text();
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    // A page that moves on by itself counts as a redirect.
    const [, next] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(page) ?? [];
    return (
      answer.headers.get("location") ??
      next?.replaceAll("&amp;", "&").replaceAll("&#38;", "&") ??
      ""
    );
  };
  const forget = (isKept) => {
    for (const name of jar.keys()) if (!isKept(name)) jar.delete(name);
  };
  return { ask, forget };
}

/** What whoever is asked answers: their password, then yes. */
const FORMS = [
  ["connexion", (email) => ({ email, password: DEMO_PASSWORD })],
  ["accord", () => ({ decision: "accept" })],
];

const MOST_STEPS = 12;

/** From the service to its address of return: authorization code with PKCE. Returns the code and its verifier. */
async function authorize(browser, { base, redirectUri, hasForms }, email) {
  const verifier = random(32);
  const query = new URLSearchParams({
    client_id: CLIENT.id,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: "openid profile email",
    state: random(16),
    nonce: random(16),
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    login_hint: email,
  });
  const forms = [...FORMS];
  let at = `${base}/oidc/auth?${query}`;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { pathname } = new URL(at, base);
    const isAsked = hasForms && /^\/interaction\/[^/]+$/.test(pathname);
    const [path, fields] = (isAsked && forms.shift()) || [];
    at = path ? await browser.ask(`${pathname}/${path}`, fields(email)) : await browser.ask(at);
    if (at.startsWith(redirectUri)) return { code: new URL(at).searchParams.get("code"), verifier };
    if (at === "") break;
  }
  throw new Error(`no code for ${email}`);
}

/** A whole sign-in, to the tokens. */
export async function signIn(browser, provider, email) {
  const { code, verifier } = await authorize(browser, provider, email);
  const answer = await fetch(`${provider.base}/oidc/token`, {
    method: "POST",
    headers: TOKEN_HEADERS,
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: provider.redirectUri,
      code_verifier: verifier,
    }),
  });
  const tokens = await answer.json();
  if (!tokens.access_token) throw new Error(`no token: ${tokens.error_description}`);
  return { access: tokens.access_token, refresh: tokens.refresh_token };
}
