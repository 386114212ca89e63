import { eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { pool } from "@/db/client";
import { accounts, certifiedIdentities } from "@/db/schema";
import { seedDemoAccounts } from "@/db/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { system } from "@/lib/auth/actor";
import { mergeAccounts } from "@/lib/lifecycle/commands/merge-accounts";
import { proveOtherByPassword } from "@/lib/lifecycle/commands/prove-other";
import { account, only } from "./factories";
import { forgetJobs } from "./jobs";
import { mailbox } from "./mailbox";

/** Somebody with two accounts, and a stranger; all three have the demo's password. */
export const [own = only([]), other = only([]), third = only([])] = DEMO_ACCOUNTS;
export const mine = { actor: account(own.id) };
export const worker = system("test");
export const place = { network: "192.0.2.1", device: "Firefox sur Windows", browser: "un" };

export const beforeEachMerge = () =>
  beforeEach(async () => {
    mailbox.length = 0;
    await forgetJobs();
    await seedDemoAccounts();
  });

/** By a password; where that is enough. */
export async function prove(to = other, ctx = mine) {
  const input = { email: to.email, password: DEMO_PASSWORD };
  const proof = await proveOtherByPassword(ctx, input, place);
  if ("stepId" in proof) throw new Error("a second proof is asked");
  return proof.proofId;
}

export const merge = async ({ keptId = own.id } = {}) =>
  mergeAccounts(mine, { proofId: await prove(), keptId });

/** By FranceConnect, under this name. */
export const certify = (accountId: string, familyName: "DUBOIS" | "GIRARD") =>
  pool.transaction(async (db) => {
    const pivot = {
      givenNames: [familyName === "DUBOIS" ? "Angela" : "Simone"],
      familyName,
      gender: "female" as const,
      birthdate: familyName === "DUBOIS" ? "1962-08-24" : "1931-01-01",
      birthplace: "75107",
      birthcountry: "99100",
    };
    const row = { issuer: "fc", subject: familyName, acr: "eidas1" as const, pivot };
    await db.insert(certifiedIdentities).values({ accountId, ...row });
    await db
      .update(accounts)
      .set({ identityOrigin: "certified" })
      .where(eq(accounts.id, accountId));
  });
