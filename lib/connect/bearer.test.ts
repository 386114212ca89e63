import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  type TestClient,
} from "@/db/test/connect";
import { system } from "@/lib/auth/actor";
import { giveConsent } from "@/lib/consents/commands/decide";
import { findActiveConsent } from "@/lib/consents/queries";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const { GET: listConsents } = await import("@/app/api/v1/consents/route");
const { GET: listAccesses } = await import("@/app/api/v1/consents/accesses/route");
const { DELETE: withdraw } = await import("@/app/api/v1/consents/[id]/route");
afterAll(stop);

let client: TestClient;
let accountId: string;
let token: string;

const scopes = ["openid", "profile", "phone", "consents"] as const;

async function tokenOf(to: TestClient, scope?: string) {
  const who = { accountId, ...(scope ? { scope } : {}) };
  const arrived = await signIn(new Browser(origin), await getProvider(), to, who);
  return (await redeem(origin, to, arrived)).body.access_token ?? "";
}

beforeEach(async () => {
  client = await createClient("portail", { scopes });
  accountId = (await createAccount()).id;
  token = await tokenOf(client, scopes.join(" "));
});

const asking = (bearer: string | null, path = "") =>
  new Request(`${origin}/api/v1/consents${path}`, {
    headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
  });

const remove = (bearer: string, id: string) =>
  withdraw(
    new Request(`${origin}/api/v1/consents/${id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${bearer}` },
    }),
    { params: Promise.resolve({ id }) },
  );

const active = () => findActiveConsent(system("test"), accountId, client.id);

describe("the API of consents", () => {
  test("shows the person's own, with the text they accepted", async () => {
    const response = await listConsents(asking(token));
    const { consents } = await response.json();
    expect(consents).toMatchObject([
      { clientId: "portail", status: "active", items: ["Nom et prénom"], purpose: "essayer" },
    ]);
    expect(consents[0].text).toContain("Service de test");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test.for([
    ["no token", null],
    ["a made-up token", "abcdefgh"],
    ["an empty token", ""],
    ["two tokens", "a b"],
  ] as const)("answers 401 to %s", async ([, bearer]) => {
    for (const response of [
      await listConsents(asking(bearer)),
      await listAccesses(asking(bearer)),
    ]) {
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain('error="invalid_token"');
    }
  });

  test("answers 403 to a token without the scope", async () => {
    const other = await createClient("piscines");
    const response = await listConsents(asking(await tokenOf(other)));
    expect(response.status).toBe(403);
  });

  test("withdraws, and the very token that asked is worth nothing then", async () => {
    const consent = await active();
    expect((await remove(token, consent?.id ?? "")).status).toBe(204);
    expect(await active()).toBeNull();
    expect((await listConsents(asking(token))).status).toBe(401);
  });

  test("withdraws nobody else's", async () => {
    const other = await createAccount();
    const theirs = { accountId: other.id, clientId: client.id, place: "demo" } as const;
    const { id } = await giveConsent(system("test"), { ...theirs, ticked: [] });
    expect((await remove(token, id)).status).toBe(404);
    expect(await findActiveConsent(system("test"), other.id, client.id)).not.toBeNull();
  });

  test.for([
    ["an id that is none", (bearer: string) => remove(bearer, "abc")],
    [
      "a cursor that is none",
      (bearer: string) => listAccesses(asking(bearer, "/accesses?before=1")),
    ],
  ] as const)("answers 422 to %s", async ([, ask]) => {
    expect((await ask(token)).status).toBe(422);
  });
});
