import { eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { pool } from "@/db/client";
import { deliveries, events, requests } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
  resident,
} from "./factories";

export const DAY_MS = 86_400_000;
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

/** Who files the requests of these tests. */
export const owner = resident();

/** Two agents of one unit, new for each test. */
export let place = { organisationId: "", unitId: "" };
export let karim: { actor: Awaited<ReturnType<typeof createAgent>> };
export let colleague: typeof karim;

export const beforeEachUnit = () =>
  beforeEach(async () => {
    const organisationId = (await createOrganisation()).id;
    const unitId = (await createUnit(organisationId)).id;
    place = { organisationId, unitId };
    karim = { actor: await createAgent(organisationId, [unitId]) };
    colleague = { actor: await createAgent(organisationId, [unitId]) };
  });

export const create = (values: Parameters<typeof createRequest>[0] = {}) =>
  createRequest({ ...place, residentId: owner.id, deadlineAt: inDays(30), ...values });

export const reload = async (id: string) =>
  only(await pool.select().from(requests).where(eq(requests.id, id)));

/** What was recorded, and which messages were queued, in all. */
export const actions = async () =>
  (await pool.select().from(events).orderBy(events.at)).map((event) => event.action);
export const templates = async () =>
  (await pool.select().from(deliveries)).map((row) => row.template);
