import { request } from "node:http";
import fc from "fast-check";
import { UnsecuredJWT } from "jose";
import { SECRET } from "@/db/test/connect";
import { isErrorCode } from "@/lib/connect/model/error-codes";

export type Call = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer | string | undefined;
};
export type Answer = {
  status: number;
  location: string;
  challenge: string;
  type: string;
  text: string;
};

export const send = (origin: string, { method, path, headers, body }: Call) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        const { location = "", "content-type": type = "" } = response.headers;
        const challenge = response.headers["www-authenticate"] ?? "";
        resolve({ status: response.statusCode ?? 0, location, challenge, type, text });
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });

const isExplained = (code: unknown, uri: unknown) =>
  isErrorCode(code) && code !== "server_error" && String(uri).endsWith(`/kit/erreurs/${code}`);

/** A redirect: to a page of ours, or to the service with its code or a known error. */
function wrongRedirect(origin: string, location: string) {
  const { pathname, searchParams: query, hash, origin: to } = new URL(location, origin);
  const searchParams = hash ? new URLSearchParams(hash.slice(1)) : query;
  const error = searchParams.get("error");
  if (pathname === "/interaction/erreur") {
    const code = searchParams.get("code");
    return isErrorCode(code) && code !== "server_error" ? null : `shows ${code}`;
  }
  if (to === origin || searchParams.has("code")) return null;
  return isExplained(error, searchParams.get("error_uri")) ? null : `leads to ${location}`;
}

function wrongBody({ type, text }: Answer) {
  if (type.includes("html")) return null;
  if (!type.includes("json")) return `answered ${type} ${text}`;
  const { error, error_uri, error_description } = JSON.parse(text);
  if (typeof error_description !== "string") return `says nothing of ${error}`;
  return isExplained(error, error_uri) ? null : `answered ${text}`;
}

/** What is wrong in an answer to something malformed, by the protocols; null when nothing is. */
export function wrong(origin: string, answer: Answer) {
  const { status, location } = answer;
  if (status >= 500) return `answered ${status} ${answer.text}`;
  if (status >= 300 && status < 400) return wrongRedirect(origin, location);
  return status < 400 ? null : wrongBody(answer);
}

const HEX = "%ff%fe%00%0a";
export const NASTY = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\uD800",
  "😀".repeat(50),
  "x".repeat(60_000),
  "x".repeat(7000),
  "__proto__",
  "constructor",
  "[object Object]",
  "../../etc/passwd",
  "' or 1=1 --",
  "{}",
  "[]",
  "null",
  "-1",
  "1e999",
  "NaN",
  "https://piscines.example/retour#x",
  "javascript:alert(1)",
  "http://[::1",
  "urn:ietf:params:oauth:request_uri:",
  "urn:ietf:params:oauth:request_uri:\u0000",
  "a.b.c",
  "..",
  `${btoa('{"alg":"none"}')}.${btoa('{"aud":"piscines","sub":"x"}')}.`,
  `${btoa('{"alg":"RS256"}')}.${btoa('{"aud":["a",{}],"sub":5}')}.AAAA`,
  new UnsecuredJWT({ aud: "piscines", iss: 5 as unknown as string, sub: "x" }).encode(),
  '{"id_token":{"acr":{"essential":true,"values":5}}}',
  '{"userinfo":{"__proto__":null,"name":{"value":[]}}}',
  "openid openid  profile",
  "openid \u0007",
];
const nasty = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.json(), fc.json(), fc.base64String())
      .map((parts) => parts.map((part) => Buffer.from(part).toString("base64url")).join(".")),
  },
);

const PARAMETERS = [
  ...["acr_values", "claims", "client_assertion", "client_assertion_type", "client_id"],
  ...["client_secret", "code", "code_challenge", "code_challenge_method", "code_verifier"],
  ...["dpop_jkt", "grant_type", "id_token_hint", "login_hint", "logout", "logout_hint", "max_age"],
  ...[
    "nonce",
    "post_logout_redirect_uri",
    "prompt",
    "redirect_uri",
    "refresh_token",
    "registration",
  ],
  ...["request", "request_uri", "resource", "response_mode", "response_type", "scope", "state"],
  ...["token", "token_type_hint", "ui_locales", "username", "xsrf", "access_token", "__proto__"],
];

export const ENDPOINTS = [
  ...["/oidc/auth", "/oidc/request", "/oidc/token", "/oidc/token/introspection"],
  ...["/oidc/token/revocation", "/oidc/userinfo", "/oidc/session/end"],
  ...["/oidc/session/end/confirm", "/oidc/session/end/success", "/oidc/auth/none", "/oidc/jwks"],
  ...["/.well-known/openid-configuration", "/oidc/nothing"],
];
export const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

const AUTHORIZATIONS = [
  basic("piscines", SECRET),
  basic("piscines", "faux"),
  basic("\u0000", "\u0000"),
  basic("%ff", "%"),
  "Basic !!!",
  "Basic",
  "Bearer",
  "Bearer a b",
  "DPoP x",
  `Bearer ${"x".repeat(2000)}`,
];

export const encode = (value: string) => {
  try {
    return encodeURIComponent(value);
  } catch {
    return "%ed%a0%80";
  }
};

export const spoiled = fc.record({
  path: fc.constantFrom(...ENDPOINTS),
  method: fc.constantFrom("GET", "POST", "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"),
  changes: fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), nasty), { maxLength: 4 }),
  dropped: fc.array(fc.constantFrom(...PARAMETERS), { maxLength: 2 }),
  twice: fc.option(fc.constantFrom(...PARAMETERS)),
  authorization: fc.option(fc.constantFrom(...AUTHORIZATIONS, "access"), { nil: undefined }),
  dpop: fc.option(fc.constantFrom("a.b.c", "x", "", "e30.e30.AA"), { nil: undefined }),
  type: fc.constantFrom(
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=nonsense",
    "application/json",
    "multipart/form-data",
    "text/plain",
    "",
    "x",
  ),
  accept: fc.constantFrom("*/*", "application/json", "text/html", "x", "application/jwt"),
  tail: fc.constantFrom("", "", "", HEX, "&=&==&a&%", `&${"k=v&".repeat(2000)}`),
  cookie: fc.option(fc.constantFrom("connect=x; connect.sig=y", "resume=%00", "x", ";=;"), {
    nil: undefined,
  }),
});
type Spoiled = typeof spoiled extends fc.Arbitrary<infer T> ? T : never;

const given = (name: string, value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

function headersOf(access: string, { accept, authorization, dpop, cookie, method, type }: Spoiled) {
  return {
    accept,
    ...given("authorization", authorization === "access" ? `Bearer ${access}` : authorization),
    ...given("dpop", dpop),
    ...given("cookie", cookie),
    ...(method === "POST" && type ? { "content-type": type } : {}),
  };
}

export type Sound = { params: Record<string, Record<string, string>>; access: string };

export function callOf({ params: sound, access }: Sound, wish: Spoiled): Call {
  const { path, method, changes, dropped, twice, tail } = wish;
  const kept = Object.entries(sound[path] ?? {}).filter(([name]) => !dropped.includes(name));
  const params = [...kept.filter(([name]) => !changes.some(([n]) => n === name)), ...changes];
  if (twice) params.push(...params.filter(([name]) => name === twice));
  const form = params.map(([name, value]) => `${name}=${encode(value)}`).join("&") + tail;
  const headers = headersOf(access, wish);
  if (method === "POST") return { method, path, headers, body: form };
  // A longer address is refused before it reaches us.
  const query = form.slice(0, 10_000).replace(/%.?$/, "");
  return { method, path: `${path}?${query}`, headers };
}
