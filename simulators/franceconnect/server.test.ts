import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IDENTITIES, searchIdentities, subjectOf } from "./identities";
import { createFranceConnect } from "./server";

const REDIRECT = "http://service.example/retour";
const AFTER = "http://service.example/sortie";
const SECRET = "s".repeat(40);

let server: Server;
let issuer: string;
let clock: number;

beforeEach(async () => {
  clock = Date.now();
  server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
  const client = { id: "service", name: "Service", secret: SECRET, redirectUris: [REDIRECT] };
  const clients = [{ ...client, postLogoutRedirectUris: [AFTER] }];
  server.on("request", await createFranceConnect({ issuer, clients, now: () => clock }));
});

afterEach(() => server.close());

const RIGHT: Record<string, string> = {
  client_id: "service",
  acr_values: "eidas1",
  response_type: "code",
  nonce: "n".repeat(43),
  state: "s".repeat(43),
  redirect_uri: REDIRECT,
  scope: "openid identite_pivot email preferred_username",
};

const get = (path: string, query: Record<string, string>, headers = {}) =>
  fetch(`${issuer}${path}?${new URLSearchParams(query)}`, { redirect: "manual", headers });

const locationOf = (response: Response) =>
  new URL(response.headers.get("location") ?? "", new URL(issuer).origin);

/** From /authorize to the code, as this person. */
async function codeFor(identity = "4", change: Record<string, string> = {}) {
  const asked = await get("/authorize", { ...RIGHT, ...change });
  const cookie = (asked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const chosen = await fetch(locationOf(asked), {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ identity }),
  });
  return { answer: locationOf(chosen), cookie };
}

const redeem = (code: string, change: Record<string, string> = {}, headers = {}) =>
  fetch(`${issuer}/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: "service",
      client_secret: SECRET,
      redirect_uri: REDIRECT,
      code,
      ...change,
    }),
  });

async function tokensFor(identity = "4", change = {}) {
  const { answer, cookie } = await codeFor(identity, change);
  const response = await redeem(answer.searchParams.get("code") ?? "");
  const tokens: Record<string, string> = await response.json();
  return { access: tokens.access_token ?? "", id: tokens.id_token ?? "", tokens, cookie };
}

const userinfo = (token: string) =>
  fetch(`${issuer}/userinfo`, { headers: { authorization: `Bearer ${token}` } });

describe("/authorize refuses", () => {
  test.for([
    ["PKCE", { code_challenge: "c".repeat(43), code_challenge_method: "S256" }, "Y030007"],
    ["a parameter outside the list", { login_hint: "x" }, "Y030007"],
    ["another response mode", { response_mode: "form_post" }, "Y030007"],
    ["max_age", { max_age: "0" }, "Y030007"],
    ["a short nonce", { nonce: "n".repeat(21) }, "Y030007"],
    ["an empty nonce", { nonce: "" }, "Y030007"],
    ["a short state", { state: "s".repeat(21) }, "Y030007"],
    ["no level", { acr_values: "" }, "Y030007"],
    ["no scope", { scope: "" }, "Y030007"],
    ["an address that is none", { redirect_uri: "service.example" }, "Y030007"],
    ["prompt none", { prompt: "none" }, "Y030007"],
    ["prompt select_account", { prompt: "login select_account" }, "Y030007"],
    ["another level", { acr_values: "eidas3" }, "Y020002"],
    ["several levels", { acr_values: "eidas1 eidas2" }, "Y020002"],
    ["an unknown service", { client_id: "nobody" }, "Y030106"],
    ["another address", { redirect_uri: "http://service.example/retour/" }, "Y030118"],
    ["claims that are no object", { claims: "amr" }, "Y030028"],
    ["an unknown provider of identity", { idp_hint: "nobody" }, "Y030016"],
  ] as const)("%s", async ([, change, code]) => {
    const response = await get("/authorize", { ...RIGHT, ...change });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`<strong>${code}</strong>`);
    expect(await (await fetch(new URL("/refus", issuer))).text()).toContain(code);
  });

  test("a parameter given twice", async () => {
    const query = `${new URLSearchParams(RIGHT)}&state=${"t".repeat(43)}`;
    expect((await fetch(`${issuer}/authorize?${query}`)).status).toBe(400);
  });

  test.for([
    ["another response type", { response_type: "id_token" }, "unsupported_response_type"],
    ["a scope without openid", { scope: "email" }, "invalid_request"],
    ["a scope it does not know", { scope: "openid address" }, "invalid_scope"],
  ] as const)("%s, back at the service", async ([, change, error]) => {
    const { origin, pathname, searchParams } = locationOf(
      await get("/authorize", { ...RIGHT, ...change }),
    );
    expect(origin + pathname).toBe(REDIRECT);
    expect(searchParams.get("error")).toBe(error);
    expect(searchParams.get("state")).toBe(RIGHT.state);
  });

  test.for(["login", "consent", "login consent"])("not prompt %s", async (prompt) => {
    expect((await get("/authorize", { ...RIGHT, prompt })).status).toBe(303);
  });

  test("an interaction of another browser", async () => {
    const asked = await get("/authorize", RIGHT);
    const stolen = await fetch(locationOf(asked), { headers: { cookie: "franceconnect=other" } });
    expect(stolen.status).toBe(401);
  });
});

test("somebody who gives up goes back with access_denied", async () => {
  const { answer } = await codeFor("");
  expect(answer.searchParams.get("error")).toBe("access_denied");
});

describe("/token", () => {
  test("gives an id token signed for the service, with level and nonce, and no refresh token", async () => {
    const { id, tokens } = await tokensFor();
    const keys = createLocalJWKSet(await (await fetch(`${issuer}/jwks`)).json());
    const { payload, protectedHeader } = await jwtVerify(id, keys, { issuer, audience: "service" });
    expect(payload).toMatchObject({ acr: "eidas1", nonce: RIGHT.nonce });
    expect(payload.sub).toMatch(/^[0-9a-f]{64}v1$/);
    expect(protectedHeader.alg).toBe("ES256");
    expect(payload).not.toHaveProperty("amr");
    expect(tokens).not.toHaveProperty("refresh_token");
    expect(tokens.expires_in).toBe(60);
  });

  test("says how the person was authenticated to whoever asks", async () => {
    const { id } = await tokensFor("4", { claims: '{"id_token":{"amr":null}}' });
    expect(decodeJwt(id).amr).toEqual(["pwd"]);
  });

  test.for([
    ["a wrong secret", { client_secret: "x" }, {}, 401, "invalid_client"],
    ["client_secret_basic", {}, { authorization: "Basic c2VydmljZTp4" }, 401, "invalid_client"],
    ["another grant", { grant_type: "refresh_token" }, {}, 400, "unsupported_grant_type"],
    ["another address", { redirect_uri: AFTER }, {}, 400, "invalid_grant"],
    ["an unknown code", { code: "x" }, {}, 400, "invalid_grant"],
    ["a PKCE verifier", { code_verifier: "v".repeat(43) }, {}, 400, "invalid_grant"],
  ] as const)("refuses %s", async ([, change, headers, status, error]) => {
    const { answer } = await codeFor();
    const response = await redeem(answer.searchParams.get("code") ?? "", change, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  test("refuses a code older than 30 seconds", async () => {
    const { answer } = await codeFor();
    clock += 30_001;
    expect((await redeem(answer.searchParams.get("code") ?? "")).status).toBe(400);
  });

  test("refuses a code used before, and closes what it had opened", async () => {
    const { answer } = await codeFor();
    const code = answer.searchParams.get("code") ?? "";
    const { access_token: token } = await (await redeem(code)).json();
    expect((await redeem(code)).status).toBe(400);
    expect((await userinfo(token)).status).toBe(401);
  });
});

describe("/userinfo", () => {
  test("is a JWT signed for the service, with the scopes' claims", async () => {
    const { access, id } = await tokensFor("23");
    const response = await userinfo(access);
    expect(response.headers.get("content-type")).toMatch(/^application\/jwt/);
    const keys = createLocalJWKSet(await (await fetch(`${issuer}/jwks`)).json());
    const { payload } = await jwtVerify(await response.text(), keys, {
      issuer,
      audience: "service",
    });
    expect(payload).toMatchObject({
      sub: decodeJwt(id).sub,
      family_name: "GARNIER",
      preferred_username: "MOREL",
      birthcountry: "99100",
    });
  });

  test("says only what was asked", async () => {
    const { access } = await tokensFor("4", { scope: "openid email" });
    expect(decodeJwt(await (await userinfo(access)).text())).not.toHaveProperty("family_name");
  });

  test("refuses a token older than 60 seconds, and any other", async () => {
    const { access } = await tokensFor();
    clock += 60_001;
    expect((await userinfo(access)).status).toBe(401);
    expect((await userinfo("x")).status).toBe(401);
  });
});

describe("/session/end", () => {
  const right = (id: string): Record<string, string> => ({
    id_token_hint: id,
    state: "s".repeat(43),
    post_logout_redirect_uri: AFTER,
  });

  test("forgets who was identified in this browser, and goes back with the state", async () => {
    const { id, cookie } = await tokensFor();
    const again = async () => {
      const asked = await get("/authorize", RIGHT, { cookie });
      return (await fetch(locationOf(asked), { headers: { cookie } })).text();
    };
    expect(await again()).toContain("déjà identifié");
    const left = locationOf(await get("/session/end", right(id), { cookie }));
    expect(left.href).toBe(`${AFTER}?state=${"s".repeat(43)}`);
    expect(await again()).not.toContain("déjà identifié");
  });

  test.for([
    ["no hint", { id_token_hint: "" }, "Y000400"],
    ["no state", { state: "" }, "Y000400"],
    ["an extra parameter", { client_id: "service" }, "Y000400"],
    ["a hint that it did not sign", { id_token_hint: "a.b.c" }, "Y041FDE"],
    ["another address", { post_logout_redirect_uri: REDIRECT }, "Y030111"],
  ] as const)("refuses %s", async ([, change, code]) => {
    const { id } = await tokensFor();
    const response = await get("/session/end", { ...right(id), ...change });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });
});

describe("the identities", () => {
  test("are at least forty, of every kind", () => {
    expect(IDENTITIES.length).toBeGreaterThanOrEqual(40);
    const some = (is: (one: (typeof IDENTITIES)[number]) => boolean) =>
      IDENTITIES.filter(is).length;
    expect(some(({ birthdate }) => birthdate.endsWith("-00-00"))).toBeGreaterThan(1);
    expect(some(({ birthdate }) => /-(0[1-9]|1\d)-00$/.test(birthdate))).toBeGreaterThan(1);
    expect(some(({ email }) => !email)).toBeGreaterThan(4);
    expect(some(({ usageName }) => Boolean(usageName))).toBeGreaterThan(1);
    for (const { birthplace, birthcountry } of IDENTITIES)
      expect(birthplace).toMatch(birthcountry === "99100" ? /^[0-9][0-9AB]\d{3}$/ : /^$/);
  });

  test("same names and birth date are still two persons", () => {
    const subjects = searchIdentities("camille martin 1992-06-14").map((one) =>
      subjectOf(one, "service.example"),
    );
    expect(new Set(subjects).size).toBe(3);
  });

  test("one person has another name for another service", () => {
    const [one] = IDENTITIES;
    if (!one) throw new Error("nobody");
    expect(subjectOf(one, "a.example")).not.toBe(subjectOf(one, "b.example"));
  });

  test("are found without their accents", () => {
    expect(searchIdentities("nguyen").map(({ familyName }) => familyName)).toEqual(["NGUYỄN"]);
    expect(searchIdentities("lheritier zoe")).toEqual([]);
    expect(searchIdentities("l'heritier zoe")).toHaveLength(1);
  });
});
