import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { events } from "@/db/schema";
import { createAgent, createOrganisation, createRequest, createUnit } from "@/db/test/factories";
import { usualDelay } from "@/lib/requests/queries/usual-delay";
import { openRequest } from "./commands/open-request";
import { PAGE_SIZE } from "./model";
import { listQueue } from "./queries/list-queue";
import { readQueueFilters } from "./schemas";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

type Agent = Awaited<ReturnType<typeof createAgent>>;
let place: { organisationId: string; unitId: string };
let [karim, lucie] = [] as unknown as [Agent, Agent];

beforeEach(async () => {
  const organisationId = (await createOrganisation({ name: "Ville de Bron" })).id;
  const unitId = (await createUnit(organisationId)).id;
  place = { organisationId, unitId };
  karim = await createAgent(organisationId, [unitId]);
  lucie = await createAgent(organisationId, [unitId]);
});

const create = (values: Parameters<typeof createRequest>[0] = {}) =>
  createRequest({ ...place, deadlineAt: inDays(20), ...values });
const shown = async (params: Record<string, string>, agent = karim) =>
  (await listQueue(agent, readQueueFilters(params))).rows.map(({ applicantName }) => applicantName);

describe("a view", () => {
  beforeEach(async () => {
    await create({ applicantName: "mienne", assigneeId: karim.id, deadlineAt: inDays(-1) });
    await create({ applicantName: "libre", deadlineAt: inDays(3) });
    await create({ applicantName: "à Lucie", assigneeId: lucie.id, deadlineAt: inDays(9) });
    const paused = { status: "awaiting_resident" as const, pausedAt: new Date() };
    await create({ applicantName: "en attente", ...paused, deadlineAt: inDays(12) });
    await create({ applicantName: "finie", status: "accepted" });
    await create({ applicantName: "brouillon", status: "draft" });
    await createRequest({ applicantName: "d’ailleurs" });
  });

  test.for([
    ["a-moi-ou-libres", ["mienne", "libre", "en attente"]],
    ["a-moi", ["mienne"]],
    ["libres", ["libre", "en attente"]],
    ["echeance", ["mienne", "libre"]],
    ["complement", ["en attente"]],
    ["toutes", ["mienne", "libre", "à Lucie", "en attente"]],
    ["inconnue", ["mienne", "libre", "en attente"]],
  ] as const)("« %s » shows %o, soonest deadline first", async ([view, names]) => {
    expect(await shown({ vue: view })).toEqual(names);
  });

  test("counts every view at once, and what is late", async () => {
    const { counts, units } = await listQueue(karim, readQueueFilters({}));
    expect(units).toBe("Ville de Bron, Voirie");
    expect(counts).toEqual({
      "a-moi-ou-libres": 3,
      "a-moi": 1,
      libres: 2,
      echeance: 2,
      complement: 1,
      toutes: 4,
      shown: 3,
      late: 1,
    });
  });

  test.for([
    ["vue=toutes&statut=accepted", ["finie"]],
    ["q=FINI", ["finie"]],
    ["q=ailleurs", []],
    ["q=brouillon", []],
    ["q=%25", []],
    ["canal=phone", []],
    ["statut=draft", ["mienne", "libre", "en attente"]],
    ["demarche=pas-un-identifiant", ["mienne", "libre", "en attente"]],
  ] as const)("filtered by « %s », shows %o", async ([params, names]) => {
    expect(await shown(Object.fromEntries(new URLSearchParams(params)))).toEqual(names);
  });

  test("an agent of no unit has an empty queue", async () => {
    const nobody = await createAgent(place.organisationId, [], "administrator");
    expect(await shown({ vue: "toutes" }, nobody)).toEqual([]);
  });
});

test("search finds a name without its accents, a reference's end, and a phone as it is said", async () => {
  const { reference } = await create({
    applicantName: "Inès Ferreira",
    applicantPhone: "+33639981234",
  });
  for (const q of [
    "ines fer",
    "Ferreira, Inès",
    reference.slice(-6),
    reference.toLowerCase(),
    reference.replaceAll("-", " "),
    "06 39 98 12 34",
  ])
    expect(await shown({ q }), q).toEqual(["Inès Ferreira"]);
});

test("search finds a phone kept with its spaces", async () => {
  await create({ applicantName: "Marc Delorme", applicantPhone: "06 39 98 01 10" });
  for (const q of ["0639980110", "06 39 98 01 10", "+33 6 39 98 01 10"])
    expect(await shown({ q }), q).toEqual(["Marc Delorme"]);
});

test("pages follow each other both ways, without a gap nor a repeat", async () => {
  const count = 2 * PAGE_SIZE + 3;
  const deadlines = [null, inDays(1), inDays(2)];
  for (let i = 0; i < count; i++) await create({ deadlineAt: deadlines[i % 3] ?? null });
  const pageAt = (params: Record<string, string>) =>
    listQueue(karim, readQueueFilters({ vue: "toutes", ...params }));

  const pages = [await pageAt({})];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(await pageAt({ apres: next }));
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(count);
  expect(pages.map(({ rows }) => rows.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 3]);

  const back = await pageAt({ avant: pages[2]?.previous ?? "" });
  expect(back.rows).toEqual(pages[1]?.rows);
  const first = await pageAt({ avant: back.previous ?? "" });
  expect(first).toMatchObject({ rows: pages[0]?.rows, previous: undefined });
});

describe("openRequest", () => {
  test("records the reading, once an hour for each agent", async () => {
    const { reference } = await create();
    const filters = readQueueFilters({});
    for (const agent of [karim, karim, lucie]) await openRequest(agent, reference, filters);
    const read = (await pool.select().from(events)).map(({ action, actorId }) => [action, actorId]);
    expect(read).toEqual([
      ["request.read", karim.id],
      ["request.read", lucie.id],
    ]);
  });

  test("leads to its neighbours in the view", async () => {
    const before = await create({ deadlineAt: inDays(1) });
    const here = await create({ deadlineAt: inDays(2) });
    const after = await create({ deadlineAt: null });
    const at = async (reference: string) =>
      (await openRequest(karim, reference, readQueueFilters({}))).neighbours;
    expect(await at(here.reference)).toEqual({ previous: before.reference, next: after.reference });
    expect(await at(before.reference)).toEqual({ next: here.reference });
    expect(await at(after.reference)).toEqual({ previous: here.reference });
  });

  test("is for the unit's agents only, and a refusal leaves no trace", async () => {
    const { reference } = await create();
    const stranger = await createAgent(place.organisationId, [randomUUID()]);
    const act = openRequest(stranger, reference, readQueueFilters({}));
    await expect(act).rejects.toMatchObject({ code: "not-found" });
    expect(await pool.select().from(events)).toEqual([]);
  });
});

describe("usualDelay", () => {
  const closed = async (providerId: string, days: number, status: "accepted" | "cancelled") => {
    const { procedureId, formVersionId, workflowVersionId } = model;
    const versions = { procedureId, formVersionId, workflowVersionId };
    await create({
      ...versions,
      providerId,
      status,
      submittedAt: inDays(0.5 - days),
      closedAt: new Date(),
    });
  };
  let model: Awaited<ReturnType<typeof create>>;
  beforeEach(async () => {
    model = await create();
  });

  test("is told from ten answers on: eight out of ten came within", async () => {
    for (let days = 1; days <= 9; days++) await closed(model.providerId, days, "accepted");
    await closed(model.providerId, 60, "cancelled");
    expect(await usualDelay(model.providerId)).toBeNull();
    await closed(model.providerId, 10, "accepted");
    expect(await usualDelay(model.providerId)).toEqual({ count: 10, days: 8 });
  });
});
