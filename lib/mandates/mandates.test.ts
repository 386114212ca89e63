import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { consentRecords, mandates } from "@/db/schema";
import { createAccount, createClient } from "@/db/test/connect";
import { account, only } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { system } from "@/lib/auth/actor";
import { listJournal } from "@/lib/events/queries";
import { acceptMandate, refuseMandate } from "./commands/answer-mandate";
import { askMandate } from "./commands/ask-mandate";
import { endMandate, endMandatesOf } from "./commands/end-mandate";
import { expireMandates } from "./commands/expire-mandates";
import { findActingMandate, getMandate, listActingMandates, listMandates } from "./queries";
import { askMandateInput } from "./schemas";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));

const CLIENT = "piscines";
let [person, helper, stranger]: Awaited<ReturnType<typeof createAccount>>[] = [];

const as = ({ id }: { id: string } = { id: "" }) => ({ actor: account(id) });

beforeEach(async () => {
  mailbox.length = 0;
  await forgetJobs();
  await createClient(CLIENT);
  [person, helper, stranger] = [
    await createAccount("samira@test.example"),
    await createAccount("paul@test.example"),
    await createAccount("autre@test.example"),
  ];
});

const typed = (more: Record<string, string> = {}) =>
  askMandateInput.parse({
    side: "person",
    email: "Paul@test.example ",
    kind: "relative",
    [`service-${CLIENT}`]: "oui",
    everywhere: "oui",
    duration: "quarter",
    ...more,
  });

const ask = (more: Record<string, string> = {}, by = person) =>
  askMandate(as(by), typed(more), "192.0.2.1");

const agreed = async () => {
  const id = await ask();
  await acceptMandate(as(helper), id);
  return id;
};

const acting = (id: string, who = helper) => findActingMandate(id, who?.id ?? "", CLIENT);

const mails = async () => {
  mailbox.length = 0;
  await runJobs();
  return mailbox.map(({ to, subject }) => `${to}: ${subject.split(" – ")[0]}`);
};

const journal = async (who = person) =>
  (await listJournal(as(who), who?.id ?? "")).entries
    .filter(({ action }) => action.startsWith("mandate."))
    .map(({ action, details }) => `${action} ${details.side} ${details.name ?? "-"}`);

describe("asked by the person", () => {
  test("holds only once the helper accepts, and both are told", async () => {
    const id = await ask();
    expect(await acting(id)).toBeNull();
    expect(await mails()).toEqual(["paul@test.example: On vous propose un mandat"]);
    await acceptMandate(as(helper), id);
    expect(await acting(id)).toMatchObject({ personId: person?.id, helperName: "Samira Benali" });
    expect(await mails()).toEqual(["samira@test.example: Votre mandat est accepté"]);
    expect(await journal()).toEqual([
      "mandate.accept person Samira Benali",
      "mandate.ask person -",
    ]);
    expect(await journal(helper)).toEqual(["mandate.accept helper Samira Benali"]);
  });

  test("opens nothing to anybody else, nor at another service", async () => {
    const id = await agreed();
    expect(await acting(id, person)).toBeNull();
    expect(await acting(id, stranger)).toBeNull();
    expect(await findActingMandate(id, helper?.id ?? "", "portal")).toBeNull();
    await expect(getMandate(as(stranger), id)).rejects.toThrow("introuvable");
    expect(await listMandates(as(stranger), stranger?.id ?? "")).toEqual([]);
  });

  test("is accepted by the mailbox that was asked, nobody else", async () => {
    const id = await ask();
    await expect(acceptMandate(as(stranger), id)).rejects.toThrow("introuvable");
    await expect(acceptMandate(as(person), id)).rejects.toThrow("n’attend plus");
  });

  test("records that the person agrees that the service reads what it needs, and nothing optional", async () => {
    await ask();
    const given = only(await pool.select().from(consentRecords));
    expect(given).toMatchObject({ accountId: person?.id, place: "mandate", items: ["identity"] });
    await ask({ duration: "year" });
    expect(await pool.$count(consentRecords)).toBe(1);
  });

  test("pressed three times at once, asks once", async () => {
    const ids = await Promise.all(Array.from({ length: 3 }, () => ask()));
    expect(new Set(ids).size).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("of two answers given at once, one counts", async () => {
    const id = await ask();
    const answers = await Promise.allSettled([
      acceptMandate(as(helper), id),
      refuseMandate(as(helper), id),
    ]);
    const { status } = await getMandate(as(helper), id);
    expect(["active", "refused"]).toContain(status);
    expect(answers.filter((answer) => answer.status === "fulfilled").length).toBeGreaterThan(0);
    expect((await acting(id)) !== null).toBe(status === "active");
  });

  test("goes to an address without an account in the same words, and forgets it once answered", async () => {
    await ask({ email: "inconnue@test.example" });
    await mails();
    const [unknown] = mailbox;
    await ask();
    await mails();
    expect(mailbox[0]?.text).toBe(unknown?.text);
    const id = await agreed();
    const [stored] = await pool.select().from(mandates).where(eq(mandates.id, id));
    expect(stored?.inviteeEmail).toBeNull();
  });
});

describe("asked by the helper", () => {
  const offer = (more: Record<string, string> = {}) =>
    ask({ side: "helper", email: "samira@test.example", ...more }, helper);

  test("the person accepts, and agrees for themselves", async () => {
    const id = await offer({ kind: "professional", structure: "Maison France services" });
    expect(await pool.$count(consentRecords)).toBe(0);
    await acceptMandate(as(person), id);
    expect(await acting(id)).toMatchObject({ structure: "Maison France services" });
    expect(only(await pool.select().from(consentRecords)).accountId).toBe(person?.id);
    expect(await listActingMandates(helper?.id ?? "", CLIENT)).toHaveLength(1);
  });

  test("a day at the counter ends a day later", async () => {
    const id = await offer({ duration: "day" });
    await acceptMandate(as(person), id);
    const { acceptedAt, endsAt } = await getMandate(as(person), id);
    expect((endsAt?.getTime() ?? 0) - (acceptedAt?.getTime() ?? 0)).toBe(86_400_000);
  });

  test("refused, it never holds", async () => {
    const id = await offer();
    await refuseMandate(as(person), id);
    await expect(acceptMandate(as(person), id)).rejects.toThrow("n’attend plus");
    expect((await mails()).at(-1)).toBe("paul@test.example: Votre proposition est refusée");
  });
});

describe("the end", () => {
  test.for(["person", "helper"] as const)("by the %s, at once and once", async (side) => {
    const id = await agreed();
    await runJobs();
    const who = side === "person" ? person : helper;
    await endMandate(as(who), id);
    await endMandate(as(who), id);
    expect(await acting(id)).toBeNull();
    expect(await mails()).toEqual([
      `${side === "person" ? "paul" : "samira"}@test.example: Un mandat est arrêté`,
    ]);
    expect((await journal()).filter((line) => line.startsWith("mandate.end"))).toHaveLength(1);
  });

  test("by the clock, felt before any job runs; the job tells both", async () => {
    const id = await agreed();
    await runJobs();
    await forceEnd(id);
    expect(await acting(id)).toBeNull();
    await expireMandates(system("test"));
    await expireMandates(system("test"));
    expect((await mails()).sort()).toEqual([
      "paul@test.example: Un mandat est arrivé à son terme",
      "samira@test.example: Un mandat est arrivé à son terme",
    ]);
  });

  test("nobody answered in time: it is over, without a mail", async () => {
    const id = await ask();
    await runJobs();
    await pool
      .update(mandates)
      .set({ answerBy: new Date(0) })
      .where(eq(mandates.id, id));
    await expect(acceptMandate(as(helper), id)).rejects.toThrow("n’attend plus");
    await expireMandates(system("test"));
    expect(await getMandate(as(person), id)).toMatchObject({ ending: "unanswered" });
    expect(await mails()).toEqual([]);
  });

  test("of an account ends all it was part of", async () => {
    const id = await agreed();
    await endMandatesOf(system("test"), helper?.id ?? "");
    expect(await acting(id)).toBeNull();
  });

  test("is not a stranger’s", async () => {
    const id = await agreed();
    await expect(endMandate(as(stranger), id)).rejects.toThrow("introuvable");
    expect(await acting(id)).not.toBeNull();
  });
});

/** The tables refuse to put off an end: the clock is moved where they cannot see. */
async function forceEnd(id: string) {
  await pool.execute("alter table mandates disable trigger mandates_stay_accepted");
  await pool
    .update(mandates)
    .set({ acceptedAt: new Date(Date.now() - 2000), endsAt: new Date(Date.now() - 1000) })
    .where(eq(mandates.id, id));
  await pool.execute("alter table mandates enable trigger mandates_stay_accepted");
}

describe("what is refused", () => {
  test.for([
    ["one’s own address", { email: "samira@test.example" }, "email"],
    ["a service nobody knows", { "service-inconnu": "oui" }, "clientIds"],
    [
      "an organisation nobody knows",
      { everywhere: "non", [`organisation-${crypto.randomUUID()}`]: "oui" },
      "organisationIds",
    ],
  ] as const)("%s", async ([, more, field]) => {
    const refused = await ask(more as Record<string, string>).catch((error: unknown) => error);
    expect(Object.keys((refused as { fields: object }).fields)).toEqual([field]);
  });
});
