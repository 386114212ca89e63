import { decodeJwt } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { dataAccesses } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  redeem,
  startConnect,
  type TestClient,
  userinfo,
} from "@/db/test/connect";
import { relyingParty, visit } from "@/db/test/relying-party";
import { type Authentication, acrFor, BY_PASSWORD, byFranceConnect, levelsOf } from "./model";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
afterAll(stop);

const provider = await getProvider();
const MFA = { amr: ["pwd", "otp", "mfa"] };
let client: TestClient;
let accountId: string;
let browser: Browser;

beforeEach(async () => {
  client = await createClient("piscines");
  accountId = (await createAccount()).id;
  browser = new Browser(origin);
});

/** Goes to the service, and answers as somebody authenticated so; the id token at the end, if any. */
async function go(by: Authentication, extra: Record<string, string> = {}) {
  const config = await relyingParty(origin, client);
  const who = { accountId, by };
  const { url, prompts, checks } = await visit({ config, client, who, provider, browser }, extra);
  const code = url.searchParams.get("code");
  const error = url.searchParams.get("error");
  if (!code) return { prompts, error, tokens: undefined };
  const verifier = String(checks.pkceCodeVerifier);
  const { body } = await redeem(origin, client, { code, verifier });
  return { prompts, error, tokens: body, ...decodeJwt(body.id_token ?? "") };
}

const insist = (acr: object) =>
  ({ claims: JSON.stringify({ id_token: { acr: { essential: true, ...acr } } }) }) as const;

test.for([
  [BY_PASSWORD, []],
  [byFranceConnect("eidas1"), ["eidas1"]],
  [byFranceConnect("eidas3"), ["eidas1"]],
  [MFA, ["mfa"]],
  [{ ...MFA, acr: "eidas1" }, ["eidas1", "mfa"]],
] as const)("%o reaches %o", ([by, levels]) => {
  expect(levelsOf({ ...by, amr: [...by.amr] })).toEqual(levels);
});

test("of several levels, told is the one that was asked for", () => {
  const both = { ...MFA, acr: "eidas1" };
  expect(acrFor(both, ["mfa"])).toBe("mfa");
  expect(acrFor(both, ["eidas1"])).toBe("eidas1");
  expect(acrFor(both)).toBe("eidas1");
  expect(acrFor(MFA)).toBe("mfa");
  expect(acrFor(BY_PASSWORD, ["mfa"])).toBeUndefined();
});

describe("a service that asks for a level", () => {
  test("gets it at sign-in, without a second question", async () => {
    expect(await go(MFA, { acr_values: "mfa" })).toMatchObject({
      prompts: ["login", "consent"],
      acr: "mfa",
      amr: MFA.amr,
    });
  });

  test("has somebody who came in without it asked again", async () => {
    await go(BY_PASSWORD);
    expect(await go(MFA, { acr_values: "eidas1 mfa" })).toMatchObject({
      prompts: ["login"],
      acr: "mfa",
    });
    expect(await go(MFA, { acr_values: "mfa" })).toMatchObject({ prompts: [], acr: "mfa" });
  });

  test("lets in whoever cannot, and is told so, unless it insists", async () => {
    const told = await go(BY_PASSWORD, { acr_values: "eidas1" });
    expect(told.tokens).toBeDefined();
    expect(told).not.toHaveProperty("acr");
    expect(await go(BY_PASSWORD, { ...insist({ values: ["mfa"] }), prompt: "none" })).toMatchObject(
      { error: "login_required" },
    );
    expect(await go(MFA, insist({ value: "mfa" }))).toMatchObject({ acr: "mfa" });
  });

  test("hears that a level does not exist, if it insists", async () => {
    expect(await go(MFA, insist({ values: ["eidas9"] }))).toMatchObject({
      error: "unmet_authentication_requirements",
    });
    expect(await go(MFA, { acr_values: "eidas9" })).toMatchObject({ error: null });
  });

  test.for([{ value: 5 }, { values: "mfa" }, { values: [null] }, { value: { a: 1 } }])(
    "is answered whatever it writes: %o",
    async (acr) => {
      const { error } = await go(MFA, insist(acr));
      expect(error === null || /^[a-z_]+$/.test(error)).toBe(true);
      expect(error).not.toBe("server_error");
    },
  );
});

describe("single claims", () => {
  const claims = (wanted: object) => ({ scope: "openid", claims: JSON.stringify(wanted) });

  test("are told where they are asked for, if they were agreed to, and it is written down", async () => {
    const { tokens, ...idToken } = await go(
      BY_PASSWORD,
      claims({ userinfo: { name: { essential: true } }, id_token: { given_name: null } }),
    );
    expect(idToken).toMatchObject({ given_name: "Samira" });
    expect(idToken).not.toHaveProperty("name");
    const { body } = await userinfo(origin, tokens?.access_token);
    expect(body.name).toBe("Samira Benali");
    expect(body).not.toHaveProperty("given_name");
    expect(await pool.$count(dataAccesses)).toBe(2);
  });

  test("that were not agreed to, or not registered for, stay here, and nobody is asked again", async () => {
    const told = await go(
      BY_PASSWORD,
      claims({
        id_token: { phone_number: { essential: true }, email: null, birthdate: null, sub: null },
        userinfo: { address: null, phone_number: null },
      }),
    );
    expect(told.prompts).toEqual(["login", "consent"]);
    for (const claim of ["phone_number", "email", "birthdate"])
      expect(told).not.toHaveProperty(claim);
    const { body } = await userinfo(origin, told.tokens?.access_token);
    expect(Object.keys(body)).toEqual(["sub"]);
  });

  test.for(["[]", "null", "{", '{"userinfo":5}', '{"id_token":{"name":5}}', '{"a":1}', '"x"'])(
    "written %s are refused",
    async (written) => {
      expect(await go(BY_PASSWORD, { claims: written })).toMatchObject({
        error: "invalid_request",
      });
    },
  );
});

describe("a service that asks which account", () => {
  test("has it asked where somebody is signed in", async () => {
    await go(BY_PASSWORD);
    const { path } = authorizationOf(client, { prompt: "select_account" });
    const { location } = await browser.get(path);
    const shown = await provider.Interaction.find(location.split("/").at(-1) ?? "");
    expect(shown?.prompt.name).toBe("select_account");
  });

  test("has nobody asked twice", async () => {
    const { prompts } = await go(BY_PASSWORD, { prompt: "select_account" });
    expect(prompts).toEqual(["login", "consent"]);
  });

  test("cannot ask without a question", async () => {
    const { error } = await go(BY_PASSWORD, { prompt: "none select_account" });
    expect(error).toBe("invalid_request");
  });
});
