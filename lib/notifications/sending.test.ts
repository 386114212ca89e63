import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { deliveries, procedureProviders, supplements } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
  resident,
} from "@/db/test/factories";
import { transaction } from "@/lib/context";
import { sendMail } from "@/lib/integrations/mail";
import { notify } from "./commands/notify";
import { sendDelivery } from "./commands/send-delivery";
import type { Template } from "./model";

vi.mock("@/lib/integrations/mail", () => ({ sendMail: vi.fn() }));
const sent = vi.mocked(sendMail);
beforeEach(() => {
  sent.mockReset();
});

const owner = resident();
const worker = { actor: { kind: "system", id: "notifications.send" } } as const;

async function create(values: Parameters<typeof createRequest>[0] = {}) {
  const organisation = await createOrganisation({ name: "Ville de Bron" });
  const unit = await createUnit(organisation.id);
  return createRequest({
    organisationId: organisation.id,
    unitId: unit.id,
    residentId: owner.id,
    applicantName: "Samira Benali",
    applicantEmail: "samira@test.example",
    submittedAt: new Date("2027-02-28T17:41:00Z"),
    deadlineAt: new Date("2027-04-29T21:59:59Z"),
    ...values,
  });
}

async function queue(template: Template, requestId: string) {
  await transaction({ actor: owner }, (ctx) => notify(ctx, template, requestId));
  return { deliveryId: only(await pool.select().from(deliveries)).id };
}

/** The worker's own tables outlive a test. */
const jobs = async () => [
  ...(await pool.execute(sql`select payload from graphile_worker._private_jobs order by id`)),
];
const status = async () => only(await pool.select().from(deliveries)).status;
const mail = () => only(only(sent.mock.calls));

describe("a delivery", () => {
  test("leaves once, however many workers try, and its trace says so", async () => {
    const { id } = await create();
    const job = await queue("taken", id);
    await Promise.all([sendDelivery(worker, job), sendDelivery(worker, job)]);
    await sendDelivery(worker, job);
    expect(mail()).toMatchObject({ to: "samira@test.example", deliveryId: job.deliveryId });
    expect(await pool.select().from(deliveries)).toMatchObject([{ status: "sent", attempts: 1 }]);
  });

  test("waits for a mail server that is down, and leaves later", async () => {
    const { id } = await create();
    const job = await queue("taken", id);
    sent.mockRejectedValueOnce(new Error("ECONNREFUSED"));
    await expect(sendDelivery(worker, job)).rejects.toThrow("ECONNREFUSED");
    expect(await status()).toBe("failed");
    await sendDelivery(worker, job);
    expect(await pool.select().from(deliveries)).toMatchObject([{ status: "sent", attempts: 2 }]);
  });

  test("is not queued when the change it tells fails", async () => {
    const { id } = await create();
    const before = await jobs();
    const act = transaction({ actor: owner }, async (ctx) => {
      await notify(ctx, "taken", id);
      throw new Error("after all, no");
    });
    await expect(act).rejects.toThrow("after all, no");
    expect(await pool.select().from(deliveries)).toEqual([]);
    expect(await jobs()).toEqual(before);
  });

  test("holds an id in its job, and nothing about anybody", async () => {
    const { id } = await create();
    const { deliveryId } = await queue("taken", id);
    expect((await jobs()).at(-1)).toEqual({ payload: { deliveryId } });
  });

  test.for(["agent-message", "agent-reply", "agent-withdrawn"] as const)(
    "« %s » goes to nobody when nobody has the request",
    async (template) => {
      const { id } = await create();
      await sendDelivery(worker, await queue(template, id));
      expect(sent).not.toHaveBeenCalled();
      expect(await status()).toBe("skipped");
    },
  );

  test("reminds of nothing once the answer came", async () => {
    const { id } = await create({ status: "in_review" });
    await sendDelivery(worker, await queue("reminder", id));
    expect(sent).not.toHaveBeenCalled();
  });
});

describe("what it says", () => {
  test("the acknowledgement has all that the law wants (CRPA R112-5)", async () => {
    const { id, reference } = await create();
    await pool
      .update(procedureProviders)
      .set({ content: sql`content || '{"remedies": "un recours au tribunal."}'::jsonb` });
    await sendDelivery(worker, await queue("acknowledgement", id));
    const { subject, text } = mail();
    expect(subject).toContain(reference);
    for (const part of [
      "28\u00a0février\u00a02027",
      "29\u00a0avril\u00a02027",
      "considérée comme refusée",
      "Ville de Bron, Voirie",
      "04\u00a065\u00a071\u00a020\u00a020",
      "1 place de la Mairie",
      "mairie@test.example",
      "un recours au tribunal.",
      `/mes-demandes/${reference}`,
    ])
      expect(text).toContain(part);
  });

  test("a visitor is sent to the tracking page, and never sent the code", async () => {
    const { id } = await create({ residentId: null, trackingHash: "a".repeat(64) });
    await transaction(worker, (ctx) => notify(ctx, "taken", id));
    const { id: deliveryId } = only(await pool.select().from(deliveries));
    await sendDelivery(worker, { deliveryId });
    expect(mail().text).toMatch(/\/suivi\n/);
    expect(mail().text).not.toContain("/mes-demandes/");
  });

  test("a supplement has its question and its last day", async () => {
    const { id } = await create({ status: "awaiting_resident" });
    const dueAt = new Date("2027-03-08T22:59:59Z");
    const question = "Quelle plaque ? <b>Vite</b>";
    await pool.insert(supplements).values({ requestId: id, agentId: owner.id, question, dueAt });
    await sendDelivery(worker, await queue("supplement", id));
    expect(mail().text).toContain("lundi 8\u00a0mars\u00a02027");
    expect(mail().text).toContain("au plus tard le lundi");
    expect(mail().text).toContain("La Ville de Bron a besoin d’une précision");
    expect(mail().text).toContain("04\u00a065\u00a071\u00a020\u00a020");
    expect(mail().text).toContain(question);
    expect(mail().html).toContain("&lt;b&gt;Vite&lt;/b&gt;");
  });

  test("a refusal has its reason and what can be done", async () => {
    const { id } = await create({ status: "refused", reason: "La rue est prise." });
    await sendDelivery(worker, await queue("decision", id));
    expect(mail().subject).toContain("refusée");
    expect(mail().text).toContain("La rue est prise.");
  });

  test("an agent's mail says nothing about the person", async () => {
    const { id, organisationId, unitId } = await create();
    const agent = await createAgent(organisationId, [unitId]);
    await pool.execute(sql`update requests set assignee_id = ${agent.id}`);
    await sendDelivery(worker, await queue("agent-message", id));
    expect(mail().to).toBe(`${agent.id}@test.example`);
    expect(`${mail().subject}${mail().text}${mail().html}`).not.toMatch(/Samira|Benali|samira@/);
  });
});
