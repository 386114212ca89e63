import { beforeEach, expect, test } from "vitest";
import { createAgent, createOrganisation, createRequest, createUnit } from "@/db/test/factories";
import { handOverUnit } from "@/lib/organisations/commands/hand-over-unit";
import { openRequest } from "./commands/open-request";
import { findHandedOver } from "./queries/find-handed-over";
import { readQueueFilters } from "./schemas";

let place = { organisationId: "", unitId: "" };
let toUnitId = "";
let karim: Awaited<ReturnType<typeof createAgent>>;

beforeEach(async () => {
  const organisationId = (await createOrganisation()).id;
  place = { organisationId, unitId: (await createUnit(organisationId, "Voirie")).id };
  toUnitId = (await createUnit(organisationId, "Propreté")).id;
  karim = await createAgent(organisationId, [place.unitId]);
});

const open = (reference: string, agent = karim) =>
  openRequest(agent, reference, readQueueFilters({}));

async function handOver() {
  const administrator = await createAgent(place.organisationId, [], "administrator");
  await handOverUnit({ actor: administrator }, { ...place, toUnitId, what: ["requests"] });
}

test("whoever had the request's page open is told which unit has it now", async () => {
  const { reference } = await createRequest(place);
  await open(reference);
  await handOver();
  await expect(open(reference)).rejects.toMatchObject({ code: "not-found" });
  expect(await findHandedOver(karim, reference)).toEqual({
    reference,
    unitName: "Propreté",
    at: expect.any(Date),
  });
});

test("nobody else is: neither a colleague who never read it, nor anybody before, nor who read it only since", async () => {
  const { reference } = await createRequest(place);
  const colleague = await createAgent(place.organisationId, [place.unitId]);
  const newcomer = await createAgent(place.organisationId, [toUnitId]);
  await open(reference);
  expect(await findHandedOver(karim, reference)).toBeNull();
  await handOver();
  await open(reference, newcomer);
  expect(await findHandedOver(colleague, reference)).toBeNull();
  expect(await findHandedOver(newcomer, reference)).toBeNull();
  expect(await findHandedOver(karim, "AUTRE-2026-000000")).toBeNull();
});
