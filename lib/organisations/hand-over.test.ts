import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { events, procedureProviders, requests } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
  resident,
  visitor,
} from "@/db/test/factories";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { closeUnit } from "./commands/change-units";
import { handOverUnit } from "./commands/hand-over-unit";
import { countUnitDuties } from "./queries/unit-duties";

type Actors = Awaited<ReturnType<typeof createAgent>>;

let organisationId: string;
let from: string;
let to: string;
let administrator: Actors;

beforeEach(async () => {
  organisationId = (await createOrganisation()).id;
  from = (await createUnit(organisationId, "Voirie")).id;
  to = (await createUnit(organisationId, "Propreté")).id;
  administrator = await createAgent(organisationId, [], "administrator");
});

const both = () => ({
  organisationId,
  unitId: from,
  toUnitId: to,
  what: ["requests" as const, "procedures" as const],
});

const create = (values: Parameters<typeof createRequest>[0] = {}) =>
  createRequest({ organisationId, unitId: from, ...values });

const reload = async (id: string) =>
  only(await pool.select().from(requests).where(eq(requests.id, id)));

const recorded = (ids: string[]) =>
  pool
    .select({ subjectId: events.subjectId, actorId: events.actorId, details: events.details })
    .from(events)
    .where(inArray(events.subjectId, ids));

describe("handing over what a unit does", () => {
  test("leaves it with nothing, so that it can be closed; each request tells who did it", async () => {
    const running = [await create(), await create({ status: "awaiting_resident" })];
    const over = await create({ status: "accepted" });
    const ids = running.map(({ id }) => id);
    await handOverUnit({ actor: administrator }, both());

    expect(await countUnitDuties(from)).toEqual({ procedures: 0, requests: 0 });
    expect(await countUnitDuties(to)).toEqual({ procedures: 3, requests: 2 });
    expect((await reload(over.id)).unitId).toBe(from);
    expect(await recorded(ids)).toEqual(
      expect.arrayContaining(
        ids.map((subjectId) => ({
          subjectId,
          actorId: administrator.id,
          details: { from, to, unitName: "Propreté", revision: 0 },
        })),
      ),
    );
    expect(await recorded([from])).toMatchObject([{ details: { procedures: 3, requests: 2 } }]);
    await closeUnit({ actor: administrator }, { organisationId, unitId: from });
  });

  test("moves only what was asked", async () => {
    await create();
    await handOverUnit({ actor: administrator }, { ...both(), what: ["procedures"] });
    expect(await countUnitDuties(from)).toEqual({ procedures: 0, requests: 1 });
    await handOverUnit({ actor: administrator }, { ...both(), what: ["requests"] });
    expect(await countUnitDuties(from)).toEqual({ procedures: 0, requests: 0 });
  });

  test("keeps a request with whoever works in the other unit too, and frees the others", async () => {
    const elsewhere = await createAgent(organisationId, [from]);
    const there = await createAgent(organisationId, [from, to]);
    const manager = await createAgent(organisationId, [], "manager");
    const assigned = [elsewhere.id, there.id, manager.id, null];
    const rows = [];
    for (const assigneeId of assigned) rows.push(await create({ assigneeId }));
    await handOverUnit({ actor: administrator }, both());
    const after = await Promise.all(rows.map(({ id }) => reload(id)));
    expect(after.map(({ assigneeId }) => assigneeId)).toEqual([null, there.id, manager.id, null]);
    expect(after.map(({ revision }) => revision)).toEqual([1, 1, 1, 1]);
  });

  test("is done once when the button is pressed twice", async () => {
    const { id } = await create();
    const act = () => handOverUnit({ actor: administrator }, both());
    await Promise.all([act(), act()]);
    await act();
    expect(await recorded([id])).toHaveLength(1);
    expect(await recorded([from])).toHaveLength(1);
    expect((await reload(id)).revision).toBe(1);
  });
});

test("a unit hands over to another open unit of its own organisation only", async () => {
  await create();
  const theirs = await createUnit((await createOrganisation()).id);
  const closed = await createUnit(organisationId, "Fermée");
  await closeUnit({ actor: administrator }, { organisationId, unitId: closed.id });
  for (const toUnitId of [from, theirs.id, closed.id]) {
    const act = handOverUnit({ actor: administrator }, { ...both(), toUnitId });
    await expect(act).rejects.toMatchObject({ fields: { vers: expect.any(String) } });
    const raw = transaction({ actor: administrator }, ({ db }) =>
      db.execute(sql`select * from hand_over_requests(${from}::uuid, ${toUnitId}::uuid)`),
    );
    await expect(raw).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  const raw = transaction({ actor: administrator }, ({ db }) =>
    db
      .update(procedureProviders)
      .set({ unitId: theirs.id })
      .where(eq(procedureProviders.unitId, from)),
  );
  await expect(raw).rejects.toMatchObject({ cause: { code: "42501" } });
  expect(await countUnitDuties(from)).toEqual({ procedures: 1, requests: 1 });
});

test("nobody but the administrator hands over: by the commands, and by the database", async () => {
  await create();
  const other = await createOrganisation();
  const outsiders: [string, Actor][] = [
    ["an agent of both units", await createAgent(organisationId, [from, to])],
    ["a manager", await createAgent(organisationId, [from, to], "manager")],
    ["its data protection officer", await createAgent(organisationId, [], "dpo")],
    ["another administrator", await createAgent(other.id, [], "administrator")],
    ["a resident", resident()],
    ["nobody", visitor()],
  ];
  for (const [who, actor] of outsiders) {
    const act = async () => handOverUnit({ actor }, both());
    await expect.soft(act(), who).rejects.toMatchObject({ code: "forbidden" });
    const raw = transaction({ actor }, ({ db }) =>
      db.execute(sql`select * from hand_over_requests(${from}::uuid, ${to}::uuid)`),
    );
    await expect.soft(raw, who).rejects.toMatchObject({ cause: { code: "42501" } });
    const touched = await transaction({ actor }, ({ db }) =>
      db
        .update(procedureProviders)
        .set({ unitId: to })
        .where(eq(procedureProviders.unitId, from))
        .returning({ id: procedureProviders.id }),
    );
    expect.soft(touched, who).toEqual([]);
  }
  expect(await countUnitDuties(from)).toEqual({ procedures: 1, requests: 1 });
});

test("an administrator who hands requests over still reads none", async () => {
  await create();
  await handOverUnit({ actor: administrator }, both());
  const seen = await transaction({ actor: administrator }, ({ db }) =>
    db.select({ id: requests.id }).from(requests),
  );
  expect(seen).toEqual([]);
});
