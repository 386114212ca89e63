import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  SECRET,
  signIn,
  startConnect,
} from "@/db/test/connect";
import {
  type Answer,
  basic,
  type Call,
  callOf,
  ENDPOINTS,
  encode,
  NASTY,
  send as sendTo,
  spoiled,
  wrong as wrongAt,
} from "@/db/test/malformed";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const provider = await getProvider();
const faults: Error[] = [];
provider.on("server_error", (_ctx, error) => faults.push(error));
(provider as NodeJS.EventEmitter).on("error", (error) => faults.push(error));
afterAll(stop);

const send = (call: Call) => sendTo(origin, call);
const wrong = (answer: Answer) => wrongAt(origin, answer);

/** Requests that are well formed: each run spoils some of them. */
let sound: Record<string, Record<string, string>>;
let access = "";

beforeEach(async () => {
  const client = await createClient("piscines", {
    grantTypes: ["authorization_code", "refresh_token", "client_credentials"],
  });
  const { id: accountId } = await createAccount();
  const arrived = await signIn(new Browser(origin), provider, client, { accountId });
  const { body } = await redeem(origin, client, arrived);
  access = body.access_token ?? "";
  const authorization = {
    client_id: client.id,
    response_type: "code",
    scope: "openid",
    redirect_uri: client.redirectUri,
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  };
  const code = { grant_type: "authorization_code", code: "none", code_verifier: "x".repeat(43) };
  sound = {
    "/oidc/auth": authorization,
    "/oidc/request": authorization,
    "/oidc/token": { ...code, redirect_uri: client.redirectUri },
    "/oidc/token/introspection": { token: access },
    "/oidc/token/revocation": { token: "none" },
    "/oidc/userinfo": {},
    "/oidc/session/end": { id_token_hint: body.id_token ?? "", client_id: client.id },
    "/oidc/session/end/confirm": { xsrf: "x" },
    "/oidc/session/end/success": { client_id: client.id },
    "/oidc/auth/none": {},
    "/oidc/jwks": {},
    "/.well-known/openid-configuration": {},
    "/oidc/nothing": {},
  };
});

const FORM = {
  authorization: basic("piscines", SECRET),
  "content-type": "application/x-www-form-urlencoded",
};

describe("whatever is sent to the provider", () => {
  test("is answered by the protocol, never by a fault", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(spoiled, async (wish) => {
        const call = callOf({ params: sound, access }, wish);
        const answer = await send(call);
        expect(wrong(answer), `${call.method} ${call.path} ${call.body ?? ""}`).toBeNull();
        expect(faults.map(String)).toEqual([]);
      }),
      { numRuns: 1000, seed: 3, endOnFailure: false },
    );
  });

  test.for(NASTY.map((value) => [JSON.stringify(value).slice(0, 60), value] as const))(
    "as any parameter of any endpoint: %s",
    async ([, value]) => {
      for (const path of ENDPOINTS)
        for (const name of [...Object.keys(sound[path] ?? {}), "state"]) {
          const form = Object.entries({ ...sound[path], [name]: value });
          const body = form.map(([k, v]) => `${k}=${encode(v)}`).join("&");
          const answer = await send({ method: "POST", path, headers: FORM, body });
          expect(wrong(answer), `${path} ${name}`).toBeNull();
          if (answer.location.startsWith("/oidc/") && answer.location.length < 10_000) {
            const followed = await send({ method: "GET", path: answer.location, headers: {} });
            expect(wrong(followed), `${path} ${name}`).toBeNull();
          }
        }
      expect(faults.map(String)).toEqual([]);
    },
  );
});

describe("an error says where it is explained", () => {
  const params = (extra: Record<string, string>) =>
    new URLSearchParams({ ...sound["/oidc/auth"], ...extra });
  const visit = (extra: Record<string, string>, accept = "text/html") =>
    send({ method: "GET", path: `/oidc/auth?${params(extra)}`, headers: { accept } });

  test.for(["query", "fragment", "form_post"])("in the browser, by %s", async (mode) => {
    const { location, text } = await visit({ prompt: "none", response_mode: mode });
    expect(decodeURIComponent(location + text)).toContain(`${origin}/kit/erreurs/login_required`);
  });

  test("in the body of an answer", async () => {
    const headers = { authorization: basic("piscines", "faux") };
    const answer = await send({ method: "POST", path: "/oidc/token", headers });
    expect(JSON.parse(answer.text)).toMatchObject({
      error: "invalid_client",
      error_uri: `${origin}/kit/erreurs/invalid_client`,
    });
    expect(answer.challenge).toContain(`error_uri="${origin}/kit/erreurs/invalid_client"`);
  });

  test("on a page, when it cannot go back to the service; as JSON to a program", async () => {
    const { location } = await visit({ redirect_uri: "https://evil.example/" });
    expect(location).toBe("/interaction/erreur?code=invalid_redirect_uri");
    const { status, text } = await visit({ client_id: "personne" }, "application/json");
    expect([status, JSON.parse(text).error_uri]).toEqual([
      400,
      `${origin}/kit/erreurs/invalid_client`,
    ]);
  });
});

test("a service may send the browser by POST", async () => {
  const body = new URLSearchParams(sound["/oidc/auth"]).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const { status, location } = await send({ method: "POST", path: "/oidc/auth", headers, body });
  expect(status).toBe(303);
  expect((await new Browser(origin).get(location)).location).toMatch(/^\/interaction\/[\w-]+$/);
});

test("a service may be answered by POST, on a page in French that may lead on from it", async () => {
  const params = new URLSearchParams({ ...sound["/oidc/auth"], response_mode: "form_post" });
  params.set("state", '"><script>alert(1)</script>');
  params.set("prompt", "none");
  const response = await fetch(`${origin}/oidc/auth?${params}`);
  const policy = response.headers.get("content-security-policy");
  // Its callback may redirect to another origin, to which browsers would hold the form.
  expect(policy).not.toContain("form-action");
  const html = await response.text();
  const [, script = ""] = /<script>(.*)<\/script>/.exec(html) ?? [];
  expect(policy).toContain(createHash("sha256").update(script).digest("base64"));
  expect(html).toContain('action="https://piscines.example/retour"');
  expect(html).toContain('name="error" value="login_required"');
  expect(html).toContain('name="error_uri"');
  expect(html).not.toContain("<script>alert");
  expect(html).toContain("Continuer");
});
