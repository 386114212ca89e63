import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, pool } from "@/db/client";
import { agents, messages, notes, requests, supplements } from "@/db/schema";
import {
  account,
  agent,
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  resident,
  visitor,
} from "@/db/test/factories";
import type { Actor } from "@/lib/auth/actor";
import { read, statement, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

const owner = resident();
const code = "a".repeat(64);

/** What this actor gets from a query whose author forgot every where clause. */
const seenBy = (actor: Actor) =>
  read({ actor }, (db) => db.execute(sql`select * from requests`)).then(({ length }) => length);

async function createRoads() {
  const organisation = await createOrganisation();
  return { organisationId: organisation.id, unitId: (await createUnit(organisation.id)).id };
}

test.for([
  ["an agent of the unit", 1, (unitId: string) => agent([unitId])],
  ["an agent of another unit", 0, () => agent([randomUUID()])],
  ["an agent of no unit", 0, () => agent()],
  ["its resident", 1, () => owner],
  ["another resident", 0, () => resident()],
  ["whoever holds its tracking code", 1, () => visitor(code)],
  ["somebody with another code", 0, () => visitor("b".repeat(64))],
  ["nobody", 0, () => visitor()],
  ["an account of Connect", 0, () => account(owner.id)],
  ["a job", 1, () => ({ kind: "system", id: "test" }) as const],
] as const)("without any where clause, %s sees %i row(s)", async ([, rows, actorOf]) => {
  const roads = await createRoads();
  await createRequest({ ...roads, residentId: owner.id, trackingHash: code });
  expect(await seenBy(actorOf(roads.unitId))).toBe(rows);
});

test("agents see no draft", async () => {
  const roads = await createRoads();
  await createRequest({ ...roads, status: "draft" });
  expect(await seenBy(agent([roads.unitId]))).toBe(0);
});

test("the restricted role without an actor sees nothing", async () => {
  await createRequest();
  await pool.transaction(async (db) => {
    await db.execute(sql`set local role guichet_app`);
    expect(await db.select().from(requests)).toEqual([]);
  });
});

test("an update through the door touches no row of another unit", async () => {
  const { id } = await createRequest();
  await transaction({ actor: agent([randomUUID()]) }, ({ db }) =>
    db.update(requests).set({ status: "accepted" }),
  );
  expect(await pool.select().from(requests).where(eq(requests.id, id))).toMatchObject([
    { status: "in_review" },
  ]);
});

test("the reading door cannot write", async () => {
  const { unitId } = await createRequest();
  const act = read({ actor: agent([unitId]) }, (db) => db.update(requests).set({ reason: "x" }));
  await expect(act).rejects.toMatchObject({ cause: { code: "25006" } });
});

test("a transaction inside another joins it: both fail together", async () => {
  const { id, unitId } = await createRequest();
  const act = transaction({ actor: agent([unitId]) }, async (outer) => {
    await transaction(outer, ({ db }) => db.update(requests).set({ reason: "x" }));
    throw new Error("after all, no");
  });
  await expect(act).rejects.toThrow("after all, no");
  const [after] = await pool.select().from(requests).where(eq(requests.id, id));
  expect(after?.reason).toBeNull();
});

test("nobody writes an event in another's name", async () => {
  const act = transaction({ actor: resident() }, ({ db }) =>
    recordEvent({ db, actor: resident() }, "request.submit", randomUUID()),
  );
  await expect(act).rejects.toMatchObject({ cause: { code: "42501" } });
});

type Row = Awaited<ReturnType<typeof createRequest>>;
const NEW_NAME = { authorId: randomUUID(), authorName: "Un autre", body: "Bonjour" };

test.for<[string, (db: Db, row: Row) => Promise<unknown>]>([
  [
    "a message in an agent's name",
    (db, { id }) => db.insert(messages).values({ ...NEW_NAME, requestId: id, authorKind: "agent" }),
  ],
  [
    "a supplement, as the unit would",
    (db, { id }) =>
      db
        .insert(supplements)
        .values({ requestId: id, agentId: randomUUID(), question: "?", dueAt: new Date() }),
  ],
  ["the decision", (db) => db.update(requests).set({ status: "accepted" })],
  [
    "a request that was never a draft",
    (db, row) => db.insert(requests).values({ ...row, id: randomUUID(), reference: "X" }),
  ],
])("without any rule of ours, a resident still cannot write %s", async ([, write]) => {
  const row = await createRequest({ residentId: owner.id });
  const act = transaction({ actor: owner }, ({ db }) => write(db, row));
  await expect(act).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("nor an agent in a colleague's name, nor anybody again what was written", async () => {
  const { id, unitId } = await createRequest();
  const actor = agent([unitId]);
  const note = { requestId: id, agentName: "Karim H.", body: "À vérifier" };
  const add = (agentId: string) =>
    transaction({ actor }, ({ db }) => db.insert(notes).values({ ...note, agentId }));
  await add(actor.id);
  await expect(add(randomUUID())).rejects.toMatchObject({ cause: { code: "42501" } });
  const change = transaction({ actor }, ({ db }) => db.update(notes).set({ body: "Rien" }));
  await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("an event cannot be rewritten, not even by the owner of the table", async () => {
  const actor = account();
  await transaction({ actor }, (ctx) => recordEvent(ctx, "account.sign-in", actor.id));
  await expect(pool.execute(sql`update events set actor_id = 'x'`)).rejects.toThrow();
  await expect(pool.execute(sql`delete from events`)).rejects.toThrow();
});

test.for<[string, Partial<Row>]>([
  ["its answers", { answers: { nom: "Autre" } }],
  ["where they come from", { origins: { nom: "certified" } }],
  ["its form", { formVersionId: randomUUID() }],
  ["its workflow", { workflowVersionId: randomUUID() }],
  ["its reference", { reference: "AUTRE" }],
  ["the day it was sent", { submittedAt: new Date(0) }],
  ["the draft it was", { status: "draft" }],
])("a sent request keeps %s, whoever asks", async ([, values]) => {
  const { id, unitId } = await createRequest({ residentId: owner.id, answers: { nom: "Benali" } });
  const actors: Actor[] = [owner, agent([unitId]), { kind: "system", id: "test" }];
  for (const actor of actors) {
    const act = transaction({ actor }, ({ db }) =>
      db.update(requests).set(values).where(eq(requests.id, id)),
    );
    const refused = expect.stringMatching(/^(23001|42501)$/);
    await expect.soft(act, actor.kind).rejects.toMatchObject({ cause: { code: refused } });
  }
  const asOwner = pool.update(requests).set(values).where(eq(requests.id, id));
  await expect(asOwner).rejects.toMatchObject({ cause: { code: "23001" } });
});

test("a draft's answers may still change, and a sent request still moves", async () => {
  const draft = await createRequest({ status: "draft", submittedAt: null });
  await pool
    .update(requests)
    .set({ answers: { nom: "Benali" } })
    .where(eq(requests.id, draft.id));
  await pool
    .update(requests)
    .set({ status: "submitted", submittedAt: new Date() })
    .where(eq(requests.id, draft.id));
  await pool.update(requests).set({ status: "accepted" }).where(eq(requests.id, draft.id));
});

test("an agent changes no agent, not even themself", async () => {
  const { organisationId } = await createRoads();
  const actor = await createAgent(organisationId, []);
  const changes: Partial<typeof agents.$inferInsert>[] = [
    { email: "patron@test.example" },
    { residentId: randomUUID() },
    { disabledAt: null },
    { givenName: "Autre" },
  ];
  for (const values of changes) {
    const touched = await transaction({ actor }, ({ db }) =>
      db.update(agents).set(values).returning({ id: agents.id }),
    );
    expect.soft(touched, JSON.stringify(values)).toEqual([]);
  }
});

test("the provider's own door acts as the restricted role, for the provider, whatever was asked before", async () => {
  const asked = sql`select current_user as role, current_setting('app.actor')::json as actor`;
  const told = { role: "guichet_app", actor: { kind: "system", id: "connect" } };
  for (let n = 0; n < 3; n++)
    expect(await statement((db) => db.execute(asked))).toMatchObject([told]);
  await expect(statement((db) => db.execute(sql`drop table events`))).rejects.toThrow();
});
