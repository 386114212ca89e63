import { decodeJwt } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, certifiedIdentities, dataAccesses } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  userinfo,
} from "@/db/test/connect";
import { system } from "@/lib/auth/actor";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import { CLAIMS_ABOUT_CLAIMS, type Scope } from "./model";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const { portalNotice } = await import("./provider/own-clients");
afterAll(stop);

const SCOPES: readonly Scope[] = ["openid", "profile", "email", "phone", "address"];
const OPTIONAL = ["birthdate", "address", "phone"] as const;

/** Every choice that a person has, and how to call it. */
const CHOICES = Array.from({ length: 2 ** OPTIONAL.length }, (_, choice) => {
  const ticked = OPTIONAL.filter((_, item) => Math.floor(choice / 2 ** item) % 2 === 1);
  return [ticked.join(", ") || "nothing", ticked as string[]] as const;
});

/** What each item opens, as it is written in the account. */
const VALUES = {
  birthdate: ["1988-04-17", "female"],
  address: ["rue de la Marne", "69500"],
  phone: ["+33639980001"],
};

const address = { line1: "12 rue de la Marne", postalCode: "69500", commune: "Bron" };

async function createCertified(isCertified: boolean) {
  const { id } = await createAccount();
  const certified = { identityOrigin: "certified" } as const;
  await pool.update(accounts).set({ gender: "female", address, ...(isCertified && certified) });
  const pivot = {
    givenNames: ["Samira"],
    familyName: "BENALI",
    gender: "female" as const,
    birthdate: "1988-04-17",
    birthplace: "69382",
    birthcountry: "99100",
  };
  const by = { issuer: "https://franceconnect.example", subject: id, acr: "eidas1" as const };
  if (isCertified) await pool.insert(certifiedIdentities).values({ accountId: id, ...by, pivot });
  return id;
}

let client: Awaited<ReturnType<typeof createClient>>;
beforeEach(async () => {
  client = await createClient("portail-de-test", { scopes: SCOPES });
  await publishNotice(system("test"), client.id, portalNotice());
});

async function sharedWith(accountId: string, ticked: string[], scopes = SCOPES) {
  const who = { accountId, ticked, scope: scopes.join(" ") };
  const arrived = await signIn(new Browser(origin), await getProvider(), client, who);
  const { body } = await redeem(origin, client, arrived);
  const told = (await userinfo(origin, body.access_token)).body;
  return { told, idToken: decodeJwt(body.id_token ?? "") };
}

describe.each([true, false])("of an account that the State certified: %s", (isCertified) => {
  test.for(CHOICES)("who ticks %s shares that and nothing else", async ([, ticked]) => {
    const accountId = await createCertified(isCertified);
    const { told, idToken } = await sharedWith(accountId, ticked);
    const written = JSON.stringify(told);
    for (const [item, values] of Object.entries(VALUES))
      for (const value of values)
        expect(written.includes(value), `${value}, of ${item}`).toBe(ticked.includes(item));

    const agreed = portalNotice().items.filter((i) => i.required || ticked.includes(i.id));
    const open = [...agreed.flatMap(({ claims }) => claims), ...CLAIMS_ABOUT_CLAIMS];
    for (const claim of Object.keys(told)) expect(open).toContain(claim);
    for (const claim of Object.keys(told.claim_origins ?? {})) expect(open).toContain(claim);

    // Nobody knows the account by its own id, nor anything about it from what signs the sign-in.
    expect(written).not.toContain(accountId);
    expect(JSON.stringify(idToken)).not.toMatch(/Samira|1988|Marne|\+33/);
    expect(await pool.select({ items: dataAccesses.items }).from(dataAccesses)).toEqual([
      { items: agreed.map(({ id }) => id) },
    ]);
  });
});

test("a service that asks for less gets less, whatever was agreed to", async () => {
  const accountId = await createCertified(true);
  const { told } = await sharedWith(accountId, [...OPTIONAL], ["openid", "phone"]);
  expect(told).toMatchObject({ phone_number: "+33639980001" });
  expect(JSON.stringify(told)).not.toMatch(/Samira|Benali|1988|Marne|@/);
});
