import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accountMerges, children, parentInvitations } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { account, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { listJournal } from "@/lib/events/queries";
import { addChild, forgetHousehold, removeChild, updateChild } from "./commands/children";
import { declineParent, inviteParent, joinParent, purgeInvitations } from "./commands/parents";
import { MOST_CHILDREN } from "./model";
import { getChild, listChildren, listInvitations, listMinors } from "./queries";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const NETWORK = "192.0.2.1";
let [mother, father, stranger] = ["", "", ""];

const as = (id: string) => ({ actor: account(id) });
const names = async (id: string) =>
  (await listChildren(as(id), id)).map(({ givenName }) => givenName);

const corrected = (more: { givenName?: string; birthplace?: string }) => {
  const { id: _, authority: __, ...values } = child();
  return { ...values, ...more };
};

const child = (more: Partial<Parameters<typeof addChild>[1]> = {}) => ({
  id: crypto.randomUUID(),
  givenName: "Inès",
  familyName: "Benali",
  birthdate: "2020-05-14",
  birthplace: "Bron",
  authority: "oui" as const,
  ...more,
});

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  mother = (await createAccount("samira@test.example")).id;
  father = (await createAccount("karim@test.example")).id;
  stranger = (await createAccount("autre@test.example")).id;
});

const added = async (more: Partial<Parameters<typeof addChild>[1]> = {}) => {
  const row = child(more);
  await addChild(as(mother), row);
  return row.id;
};

const invited = async () => {
  const id = await added();
  await inviteParent(as(mother), id, "karim@test.example", NETWORK);
  return { id, invitation: only(await listInvitations(as(father), father)).id };
};

const shared = async () => {
  const { id, invitation } = await invited();
  await joinParent(as(father), invitation);
  return id;
};

const journal = async (id: string) =>
  (await listJournal(as(id), id)).entries.map(({ action }) => action);

describe("a child of one’s own household", () => {
  test("is seen by its parent alone", async () => {
    const id = await added();
    expect(await names(mother)).toEqual(["Inès"]);
    expect(await names(father)).toEqual([]);
    await expect(getChild(as(stranger), id)).rejects.toThrow("introuvable");
    expect(await journal(mother)).toEqual(["child.add"]);
  });

  test("sent twice, is added once; too many are refused", async () => {
    const row = child();
    await Promise.all([addChild(as(mother), row), addChild(as(mother), row)]);
    expect(await names(mother)).toHaveLength(1);
    for (let i = 1; i < MOST_CHILDREN; i++) await added();
    await expect(added()).rejects.toThrow("au plus");
  });

  test("is corrected, and removed for good", async () => {
    const id = await added();
    await updateChild(as(mother), id, corrected({ givenName: "Inès-Marie" }));
    expect(await names(mother)).toEqual(["Inès-Marie"]);
    await removeChild(as(mother), id);
    await removeChild(as(mother), id);
    expect(await pool.$count(children)).toBe(0);
  });

  test("is nobody else’s to correct or remove", async () => {
    const id = await added();
    await expect(updateChild(as(stranger), id, corrected({}))).rejects.toThrow("introuvable");
    await removeChild(as(stranger), id);
    expect(await names(mother)).toEqual(["Inès"]);
  });

  test("come of age, stays until removed but is proposed nowhere", async () => {
    await added({ birthdate: "2005-01-01", givenName: "Adam" });
    await added();
    expect(await names(mother)).toEqual(["Adam", "Inès"]);
    const minors = await listMinors(as(mother), mother);
    expect(minors.map(({ givenName }) => givenName)).toEqual(["Inès"]);
  });
});

describe("the other parent", () => {
  test("sees a first name, then shares the child once both agreed", async () => {
    const { id, invitation } = await invited();
    await expect(getChild(as(father), id)).rejects.toThrow("introuvable");
    expect(await listInvitations(as(stranger), stranger)).toEqual([]);
    await expect(joinParent(as(stranger), invitation)).rejects.toThrow("introuvable");
    await joinParent(as(father), invitation);
    expect(await names(father)).toEqual(["Inès"]);
    expect(await listInvitations(as(father), father)).toEqual([]);
    expect(await journal(father)).toEqual(["child.join"]);
  });

  test("corrects it for both, and leaves without taking it from the other", async () => {
    const id = await shared();
    await updateChild(as(father), id, corrected({ birthplace: "Lyon" }));
    expect((await getChild(as(mother), id)).birthplace).toBe("Lyon");
    await removeChild(as(father), id);
    expect([await names(father), await names(mother)]).toEqual([[], ["Inès"]]);
  });

  test("may refuse; whoever asked may take it back", async () => {
    const first = await invited();
    await declineParent(as(father), first.invitation);
    await declineParent(as(father), first.invitation);
    await inviteParent(as(mother), first.id, "karim@test.example", NETWORK);
    const second = only(await listInvitations(as(father), father));
    await declineParent(as(stranger), second.id);
    expect(await pool.$count(parentInvitations)).toBe(1);
    await declineParent(as(mother), second.id);
    await expect(joinParent(as(father), second.id)).rejects.toThrow("introuvable");
  });

  test("is written to once, in the same words with an account or without", async () => {
    const { id } = await invited();
    await inviteParent(as(mother), id, "karim@test.example", NETWORK);
    await runJobs();
    expect(mailbox.map(({ to }) => to)).toEqual(["karim@test.example"]);
    const [known] = mailbox.splice(0);
    await inviteParent(as(mother), id, "inconnu@test.example", NETWORK);
    await runJobs();
    expect(mailbox[0]?.text).toBe(known?.text);
    expect(known?.text).not.toContain("Inès");
  });

  test("is one: a third is refused, and of two who accept at once neither joins twice", async () => {
    const { invitation } = await invited();
    await Promise.allSettled([
      joinParent(as(father), invitation),
      joinParent(as(father), invitation),
    ]);
    const { id, parentIds } = only(await pool.select().from(children));
    expect([...parentIds].sort()).toEqual([mother, father].sort());
    await expect(inviteParent(as(mother), id, "autre@test.example", NETWORK)).rejects.toThrow(
      "deux parents",
    );
  });
});

test("an account that closes forgets its household, not the other parent’s", async () => {
  await shared();
  await added({ givenName: "Adam" });
  await forgetHousehold(system("test"), mother);
  expect([await names(mother), await names(father)]).toEqual([[], ["Inès"]]);
});

test("an account joined to another brings its children along, and of two parents who are one makes one", async () => {
  await shared();
  await added({ givenName: "Adam" });
  await pool.insert(accountMerges).values({ mergedId: mother, keptId: father });
  await forgetHousehold(system("test"), mother);
  expect((await names(father)).sort()).toEqual(["Adam", "Inès"]);
  const parents = await pool.select({ ids: children.parentIds }).from(children);
  expect(parents).toEqual([{ ids: [father] }, { ids: [father] }]);
});

test("what nobody answered goes at night", async () => {
  const { invitation } = await invited();
  await pool.update(parentInvitations).set({ answerBy: new Date(0) });
  await expect(joinParent(as(father), invitation)).rejects.toThrow("introuvable");
  await purgeInvitations(system("test"));
  expect(await pool.$count(parentInvitations)).toBe(0);
});
