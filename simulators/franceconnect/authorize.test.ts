import { describe, expect, test } from "vitest";
import {
  beforeEachFranceConnect,
  codeFor,
  get,
  issuer,
  locationOf,
  REDIRECT,
  RIGHT,
} from "./test-service";

beforeEachFranceConnect();

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
    expect(await (await fetch(new URL("/refus", issuer()))).text()).toContain(code);
  });

  test("a parameter given twice", async () => {
    const query = `${new URLSearchParams(RIGHT)}&state=${"t".repeat(43)}`;
    expect((await fetch(`${issuer()}/authorize?${query}`)).status).toBe(400);
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
