import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, certifiedIdentities } from "@/db/schema";
import { Browser, redeem, signIn, userinfo } from "@/db/test/connect";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";
import { type Authentication, BY_PASSWORD, byFranceConnect } from "./model";

beforeEachPools();

async function certify() {
  await pool.update(accounts).set({ identityOrigin: "certified" });
  await pool.insert(certifiedIdentities).values({
    accountId,
    issuer: "https://franceconnect.example",
    subject: "s",
    acr: "eidas1",
    certifiedAt: new Date("2026-11-02T08:00:00Z"),
    pivot: {
      givenNames: ["Samira", "Nadia"],
      familyName: "BENALI",
      gender: "female",
      birthdate: "1988-04-17",
      birthplace: "69382",
      birthcountry: "99100",
    },
  });
}

async function tokensOf(by: Authentication) {
  const signed = await signIn(new Browser(origin), provider, client, { accountId, by });
  return (await redeem(origin, client, signed)).body;
}

test("a service is told how the person was authenticated, and how surely", async () => {
  const { id_token: id = "" } = await tokensOf(byFranceConnect("eidas1"));
  expect(decodeJwt(id)).toMatchObject({ acr: "eidas1", amr: ["fc"] });
});

test("a password says no level", async () => {
  const { id_token: id = "" } = await tokensOf(BY_PASSWORD);
  expect(decodeJwt(id)).toMatchObject({ amr: ["pwd"] });
  expect(decodeJwt(id)).not.toHaveProperty("acr");
});

test("what the State certified is told with its level, and nothing that was not agreed to", async () => {
  await certify();
  const { access_token: token } = await tokensOf(BY_PASSWORD);
  const { body } = await userinfo(origin, token);
  expect(body.verified_claims).toEqual({
    verification: {
      trust_framework: "eidas",
      assurance_level: "low",
      time: "2026-11-02T08:00:00.000Z",
      verification_process: "FranceConnect",
    },
    claims: { given_name: "Samira" },
  });
  expect(body.claim_origins).toEqual({ given_name: "certified" });
});

test("an account that nobody certified says nothing of it", async () => {
  const { access_token: token } = await tokensOf(BY_PASSWORD);
  expect((await userinfo(origin, token)).body).not.toHaveProperty("verified_claims");
});
