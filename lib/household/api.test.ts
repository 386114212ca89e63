import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { dataAccesses } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  TEST_NOTICE,
  type TestClient,
  userinfo,
} from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { withdrawConsent } from "@/lib/consents/commands/decide";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import { addChild } from "./commands/children";

const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
const { portalNotice } = await import("@/lib/connect/provider/own-clients");
const { GET } = await import("@/app/api/v1/household/route");
afterAll(stop);

const SCOPE = "openid profile household";
const ITEM = { id: "household", label: "Foyer", claims: ["household"], required: false };

let client: TestClient;
let parent: string;

beforeEach(async () => {
  client = await createClient("ecoles", { scopes: ["openid", "profile", "household"] });
  await publishNotice(system("test"), client.id, {
    ...TEST_NOTICE,
    items: [...TEST_NOTICE.items, ITEM],
  });
  parent = (await createAccount()).id;
  for (const birthdate of ["2020-05-14", "2001-01-01"])
    await addChild(
      { actor: account(parent) },
      {
        id: crypto.randomUUID(),
        givenName: "Inès",
        familyName: "Benali",
        birthdate,
        birthplace: "Bron",
        authority: "oui",
      },
    );
});

async function tokenWith(ticked: string[]) {
  const who = { accountId: parent, scope: SCOPE, ticked };
  const signed = await signIn(new Browser(origin), await getProvider(), client, who);
  return (await redeem(origin, client, signed)).body.access_token ?? "";
}

const ask = (token: string) =>
  GET(new Request(`${origin}/api/v1/household`, { headers: { authorization: `Bearer ${token}` } }));

describe("a service that asks for the household", () => {
  test("gets the minors of whoever agreed, and the reading is written", async () => {
    const response = await ask(await tokenWith(["household"]));
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      children: [
        {
          id: expect.any(String),
          given_name: "Inès",
          family_name: "Benali",
          birthdate: "2020-05-14",
          birthplace: "Bron",
        },
      ],
    });
    expect(await pool.select().from(dataAccesses)).toMatchObject([
      { accountId: parent, items: ["household"] },
    ]);
  });

  test("gets nothing without that very item, nor through userinfo", async () => {
    const token = await tokenWith([]);
    expect((await ask(token)).status).toBe(403);
    const { body } = await userinfo(origin, await tokenWith(["household"]));
    expect(body).not.toHaveProperty("household");
  });

  test("gets nothing from the moment it is withdrawn", async () => {
    const token = await tokenWith(["household"]);
    const by = { accountId: parent, clientId: client.id, place: "my-data" } as const;
    await withdrawConsent({ actor: account(parent) }, by);
    expect((await ask(token)).status).toBe(401);
  });
});

test("the portal’s own notice asks for it, and never requires it", () => {
  const item = portalNotice().items.find(({ id }) => id === "household");
  expect(item?.required).toBe(false);
});
