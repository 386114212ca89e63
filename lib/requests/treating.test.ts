import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { events } from "@/db/schema";
import { createAgent, createRequest } from "@/db/test/factories";
import {
  actions,
  beforeEachUnit,
  colleague,
  create,
  karim,
  owner,
  place,
  reload,
  templates,
} from "@/db/test/treating";
import type { Context } from "@/lib/context";
import { assignRequest, assignRequests, releaseRequest } from "./commands/assign-request";
import { moveRequest } from "./commands/move-request";
import { receiveRequest } from "./commands/receive-request";
import { withdrawRequest } from "./commands/withdraw-request";

beforeEachUnit();

const move = (transition: string, reason = "") => ({ transition, reason, revision: 0 });

describe("moveRequest", () => {
  test("takes in charge: assigns it, tells the resident, records who did it", async () => {
    const { id, reference } = await create({ status: "received" });
    await moveRequest(karim, { reference, ...move("take") });

    expect(await reload(id)).toMatchObject({
      status: "in_review",
      assigneeId: karim.actor.id,
      revision: 1,
    });
    expect(await templates()).toEqual(["taken"]);
    expect(await pool.select().from(events)).toContainEqual(
      expect.objectContaining({
        action: "request.move",
        actorId: karim.actor.id,
        details: { transition: "take", to: "in_review", revision: 0 },
      }),
    );
    expect(await pool.execute(sql`select task_identifier from graphile_worker.jobs`)).toEqual([
      { task_identifier: "notifications.send" },
    ]);
  });

  test("refuses with the reason given, and says when it closed", async () => {
    const { id, reference } = await create();
    await moveRequest(karim, { reference, ...move("refuse", "La rue est déjà réservée.") });
    expect(await reload(id)).toMatchObject({
      status: "refused",
      reason: "La rue est déjà réservée.",
      closedAt: expect.any(Date),
    });
    expect(await templates()).toEqual(["decision"]);
  });

  test.for(["", "Non.", "   .   "])("does not refuse for « %s »", async (reason) => {
    const { id, reference } = await create();
    const act = moveRequest(karim, { reference, ...move("refuse", reason.trim()) });
    await expect(act).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: expect.stringContaining("motif") },
    });
    expect(await reload(id)).toMatchObject({ status: "in_review", revision: 0 });
  });

  test.for(["take", "answer", "submit", "receive", "ask", "nothing"])(
    "does not « %s » what is in review",
    async (transition) => {
      const { reference } = await create();
      const act = moveRequest(karim, { reference, ...move(transition) });
      await expect(act).rejects.toMatchObject({ code: "conflict" });
    },
  );

  test("is not the resident's to make", async () => {
    const { reference } = await create();
    const act = moveRequest({ actor: owner }, { reference, ...move("accept") });
    await expect(act).rejects.toMatchObject({ code: "forbidden" });
  });

  test("answers an agent of another unit as if the request did not exist", async () => {
    const { reference } = await create();
    const other = { actor: await createAgent(place.organisationId, [randomUUID()]) };
    const act = moveRequest(other, { reference, ...move("accept") });
    await expect(act).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("two decisions at once", () => {
  test("make one: the slower agent is told who was faster", async () => {
    const { id, reference } = await create();
    const outcomes = await Promise.allSettled([
      moveRequest(karim, { reference, ...move("accept") }),
      moveRequest(colleague, { reference, ...move("refuse", "La rue est déjà réservée.") }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason).toMatchObject({
      code: "conflict",
      message: expect.stringContaining("vient de traiter cette demande. Karim Haddad"),
    });
    expect(await reload(id)).toMatchObject({ revision: 1 });
    expect(await templates()).toEqual(["decision"]);
  });

  test("by the same agent write once, when the form is sent twice, at once or later", async () => {
    const { reference } = await create();
    const input = { reference, ...move("accept") };
    await Promise.all([moveRequest(karim, input), moveRequest(karim, input)]);
    await moveRequest(karim, input);
    expect(await templates()).toEqual(["decision"]);
    expect((await actions()).filter((action) => action === "request.move")).toHaveLength(1);
  });
});

test("an agent with two tabs is told that they did it themselves", async () => {
  const { reference } = await create();
  await moveRequest(karim, { reference, ...move("accept") });
  const late = moveRequest(karim, { reference, ...move("refuse", "La rue est déjà réservée.") });
  await expect(late).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("dans un autre onglet"),
  });
});

describe("withdrawRequest", () => {
  test("cancels for good, and tells both sides", async () => {
    const { id, reference } = await create({ assigneeId: karim.actor.id });
    await withdrawRequest({ actor: owner }, { reference, revision: 0 });
    expect(await reload(id)).toMatchObject({ status: "cancelled", closedAt: expect.any(Date) });
    expect((await templates()).sort()).toEqual(["agent-withdrawn", "withdrawn"]);
  });

  test("comes too late after a decision: the resident is told it changed", async () => {
    const { reference } = await create();
    await moveRequest(karim, { reference, ...move("accept") });
    const act = withdrawRequest({ actor: owner }, { reference, revision: 0 });
    await expect(act).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Demande acceptée"),
    });
  });
});

describe("assignment", () => {
  test("is taken, then given back", async () => {
    const { id, reference } = await create();
    await assignRequest(karim, { reference, revision: 0 });
    expect(await reload(id)).toMatchObject({ assigneeId: karim.actor.id });
    const others = releaseRequest(colleague, { reference, revision: 1 });
    await expect(others).rejects.toMatchObject({ code: "conflict" });
    await releaseRequest(karim, { reference, revision: 1 });
    expect(await reload(id)).toMatchObject({ assigneeId: null, revision: 2 });
  });

  test("in bulk takes those still free, of the agent's units", async () => {
    const [free, taken, over, elsewhere] = await Promise.all([
      create(),
      create({ assigneeId: colleague.actor.id }),
      create({ status: "accepted" }),
      createRequest(),
    ]);
    const ids = [free, taken, over, elsewhere].map(({ id }) => id);
    expect(await assignRequests(karim, { ids })).toBe(1);
    expect(await assignRequests(karim, { ids }), "sent twice").toBe(1);
    expect(await reload(free.id)).toMatchObject({ assigneeId: karim.actor.id, revision: 1 });
    expect(await reload(taken.id)).toMatchObject({ assigneeId: colleague.actor.id });
    expect(await reload(elsewhere.id)).toMatchObject({ assigneeId: null });
  });

  test("two agents who take the same request: one has it", async () => {
    const { id, reference } = await create();
    const take = (ctx: Context) => assignRequest(ctx, { reference, revision: 0 });
    const outcomes = await Promise.allSettled([take(karim), take(colleague)]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect((await reload(id)).revision).toBe(1);
  });
});

test("receiveRequest says the unit has it, unless an agent was faster", async () => {
  const [sent, taken] = [await create({ status: "submitted" }), await create()];
  const job = { actor: { kind: "system", id: "requests.receive" } } as const;
  await receiveRequest(job, { requestId: sent.id });
  await receiveRequest(job, { requestId: taken.id });
  expect(await reload(sent.id)).toMatchObject({ status: "received" });
  expect(await reload(taken.id)).toMatchObject({ status: "in_review" });
  expect(await actions()).toEqual(["request.receive", "notification.queue", "notification.queue"]);
});
