import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { messages } from "@/db/schema";
import { agent, only } from "@/db/test/factories";
import { createParking, fill, rowOf, signedIn } from "@/db/test/filing";
import type { ActingHelper, Actor } from "@/lib/auth/actor";
import { inNameByline } from "@/lib/events/model";
import { sendMessage } from "./commands/send-message";
import { startRequest } from "./commands/start-request";
import { submitRequest } from "./commands/submit-request";
import { requestFacts } from "./model/acknowledgement";
import { followRequest } from "./queries/follow-request";
import { getReceipt } from "./queries/get-receipt";
import { getRequest } from "./queries/get-request";
import { listMine } from "./queries/list-mine";

const paul = { id: randomUUID(), name: "Paul Durand, Maison France services" };

let person: { actor: Extract<Actor, { kind: "resident" }> };
let parking: Awaited<ReturnType<typeof createParking>>;

beforeEach(async () => {
  person = await signedIn({ birthdate: "1989-05-18" });
  parking = await createParking();
});

const helped = (more: Partial<ActingHelper> = {}) => ({
  actor: { ...person.actor, helper: { ...paul, ...more } } satisfies Actor,
});

async function sendFor(ctx = helped()) {
  const { reference } = await startRequest(ctx, { providerId: parking.id });
  await fill(ctx, reference);
  await submitRequest(ctx, { reference, declared: true });
  return reference;
}

describe("filed in somebody’s name", () => {
  test("is theirs, filled with what is theirs, and says who sent it", async () => {
    const reference = await sendFor();
    expect(await rowOf(reference)).toMatchObject({
      residentId: person.actor.id,
      applicantName: "Samira Benali",
      helperName: paul.name,
    });
    const request = await getRequest({ actor: agent([parking.unitId ?? ""]) }, reference);
    expect(request.helperName).toBe(paul.name);
    expect(requestFacts(await getReceipt(person, reference), null)).toContainEqual({
      name: "Déposée par",
      lines: ["Paul Durand, Maison France services, pour Samira Benali"],
    });
  });

  test("bears both names in its history, for the person too", async () => {
    const { history } = await followRequest(person, await sendFor());
    expect(history.map(({ details }) => inNameByline(details, "Samira Benali"))).toEqual([
      "par Paul Durand, Maison France services, pour Samira Benali",
    ]);
    expect(history[0]).toMatchObject({ actorKind: "helper", actorId: paul.id });
  });

  test("by the person alone, bears one name", async () => {
    const reference = await sendFor(person as ReturnType<typeof helped>);
    expect((await rowOf(reference)).helperName).toBeNull();
    const { history } = await followRequest(person, reference);
    expect(history.map(({ details }) => inNameByline(details, "x"))).toEqual([undefined]);
  });

  test("messages are signed with both names", async () => {
    const reference = await sendFor();
    await sendMessage(helped(), { reference, id: randomUUID(), body: "Bonjour", fileIds: [] });
    expect(only(await pool.select().from(messages)).authorName).toBe(
      "Paul Durand, Maison France services, pour Samira Benali",
    );
  });
});

describe("a mandate narrowed to other organisations", () => {
  const elsewhere = () => helped({ unitIds: [randomUUID()] });

  test("starts nothing here, and says why", async () => {
    await expect(startRequest(elsewhere(), { providerId: parking.id })).rejects.toThrow(
      "ne couvre pas",
    );
  });

  test("shows nothing of what was filed here", async () => {
    const reference = await sendFor();
    await expect(getRequest(elsewhere(), reference)).rejects.toThrow("introuvable");
    expect((await listMine(elsewhere(), null)).open).toEqual([]);
    expect((await listMine(helped({ unitIds: [parking.unitId ?? ""] }), null)).open).toHaveLength(
      1,
    );
  });
});
