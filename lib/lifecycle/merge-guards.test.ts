import { and, eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountMerges, accounts, agents, pairwiseSubjects } from "@/db/schema";
import { account, createAgent, createOrganisation } from "@/db/test/factories";
import {
  beforeEachMerge,
  certify,
  merge,
  mine,
  other,
  own,
  prove,
  third,
  worker,
} from "@/db/test/merging";
import { findAccount } from "@/lib/accounts/queries";
import { askClosure } from "./commands/ask-closure";
import { mergeAccounts } from "./commands/merge-accounts";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

beforeEachMerge();

describe("nothing is lost by haste", () => {
  test("pressed twice at once, it is done once", async () => {
    const proofId = await prove();
    const both = await Promise.allSettled([
      mergeAccounts(mine, { proofId, keptId: own.id }),
      mergeAccounts(mine, { proofId, keptId: other.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await pool.$count(accountMerges)).toBe(1);
  });

  test("each closing the other at the same time leaves one", async () => {
    const theirs = { actor: account(other.id) };
    const [one, two] = [await prove(), await prove(own, theirs)];
    const both = await Promise.allSettled([
      mergeAccounts(mine, { proofId: one, keptId: own.id }),
      mergeAccounts(theirs, { proofId: two, keptId: other.id }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const open = await pool.$count(
      accounts,
      and(sql`${accounts.closedAt} is null`, sql`${accounts.id} in (${own.id}, ${other.id})`),
    );
    expect(open).toBe(1);
  });

  test("a proof is its asker's, and good for fifteen minutes", async () => {
    const proofId = await prove();
    await expect(
      mergeAccounts({ actor: account(third.id) }, { proofId, keptId: third.id }),
    ).rejects.toThrow("déjà servi");
    await pool.execute(sql`update merge_proofs set used_at = now()`);
    await expect(mergeAccounts(mine, { proofId, keptId: own.id })).rejects.toThrow("déjà servi");
    await pool.execute(sql`update merge_proofs set used_at = null`);
    await pool.execute(sql`update merge_proofs set expires_at = now() - interval '1 second'`);
    await expect(mergeAccounts(mine, { proofId, keptId: own.id })).rejects.toThrow("déjà servi");
    expect(await pool.$count(pairwiseSubjects)).toBe(0);
  });

  test("an agent's account is never the one that goes", async () => {
    const agent = await createAgent((await createOrganisation()).id, []);
    await pool.update(agents).set({ email: other.email }).where(eq(agents.id, agent.id));
    await expect(merge()).rejects.toThrow("c’est lui qu’il faut garder");
    expect(await findAccount(worker, other.id)).not.toBeNull();
    expect(await merge({ keptId: other.id })).toMatchObject({ keptId: other.id });
  });

  test("two people whom the State knows are not made one", async () => {
    await certify(own.id, "DUBOIS");
    await certify(other.id, "GIRARD");
    await expect(merge()).rejects.toThrow("deux personnes");
  });

  test("an account on its way out is kept first", async () => {
    await askClosure({ actor: account(other.id) });
    await expect(merge()).rejects.toThrow("va être supprimé");
  });
});
