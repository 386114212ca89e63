import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { effects } from "@/db/test/effects";
import {
  account,
  agent,
  createAgent,
  createOrganisation,
  createProvider,
  createRequest,
  createUnit,
  resident,
  visitor,
} from "@/db/test/factories";
import { emptyTables } from "@/db/test/tables";
import type { Actor } from "@/lib/auth/actor";
import { type Context, transaction } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { addRole, removeRole } from "./commands/change-roles";
import { addUnit, closeUnit, renameUnit } from "./commands/change-units";
import { handOverUnit } from "./commands/hand-over-unit";
import { updateContact } from "./commands/update-contact";

type World = Awaited<ReturnType<typeof createWorld>>;
type Command = (ctx: Context, world: World) => Promise<unknown>;

/** An organisation with a busy unit, an idle one, an administrator and an agent. */
async function createWorld() {
  const organisationId = (await createOrganisation()).id;
  const unitId = (await createUnit(organisationId, "Voirie")).id;
  const idleId = (await createUnit(organisationId, "Propreté")).id;
  const administrator = await createAgent(organisationId, [], "administrator");
  const karim = await createAgent(organisationId, [unitId]);
  await createProvider(organisationId, unitId);
  await createRequest({ organisationId, unitId });
  return { organisationId, unitId, idleId, administrator, karim, newId: String(randomUUID()) };
}

const role = { role: "agent" as const, email: "lucie@bron.example", givenName: "Lucie" };

const COMMANDS: Record<string, Command> = {
  "add a unit": (ctx, { organisationId, newId: id }) =>
    addUnit(ctx, { organisationId, id, name: "Espaces verts", phone: "04 65 71 20 22" }),
  "rename a unit": (ctx, { organisationId, unitId }) =>
    renameUnit(ctx, { organisationId, unitId, name: "Voirie et mobilité" }),
  "close a unit": (ctx, { organisationId, idleId: unitId }) =>
    closeUnit(ctx, { organisationId, unitId }),
  "hand a unit over": (ctx, { organisationId, unitId, idleId: toUnitId }) =>
    handOverUnit(ctx, { organisationId, unitId, toUnitId, what: ["requests", "procedures"] }),
  "give a role": async (ctx, { organisationId, unitId }) =>
    addRole(ctx, { ...role, organisationId, familyName: "Roy", unitIds: [unitId] }),
  "take a role away": (ctx, { organisationId, karim }) =>
    removeRole(ctx, { organisationId, agentId: karim.id, role: "agent" }),
  "change the contact": (ctx, { organisationId }) =>
    updateContact(ctx, {
      organisationId,
      phone: "04 65 71 20 29",
      email: "accueil@bron.example",
      address: "1 place de la Mairie\n69500 Bron",
      openingHours: "Le lundi",
    }),
};

/** Each says the same again: what is told twice is harmless. */
const TOLD_AGAIN = ["rename a unit", "give a role", "change the contact"];

const strangersTo = ({ organisationId, unitId, karim }: World): [string, Actor][] => [
  ["an agent of the unit", karim],
  ["a manager", agent([unitId], organisationId, "manager")],
  ["a data protection officer", agent([], organisationId, "dpo")],
  ["an administrator of another organisation", agent([], randomUUID(), "administrator")],
  ["a resident", resident()],
  ["an account", account()],
  ["nobody", visitor()],
];

const stateOnly = (all: string[]) => all.filter((effect) => !effect.startsWith("event"));
const undone = new Error("the machine stopped here");

describe.each(Object.entries(COMMANDS))("to %s", (name, command) => {
  test("five times at once is once", async () => {
    const alone = await createWorld();
    await command({ actor: alone.administrator }, alone);
    const once = await effects();
    await emptyTables();
    const world = await createWorld();
    const ctx = { actor: world.administrator };
    await Promise.all(Array.from({ length: 5 }, () => command(ctx, world)));
    const isTold = TOLD_AGAIN.includes(name);
    const seen = (all: string[]) => (isTold ? stateOnly(all) : all);
    expect(seen(await effects())).toEqual(seen(once));
  });

  test("cut short, it leaves nothing", async () => {
    const world = await createWorld();
    const before = await effects();
    const act = transaction({ actor: world.administrator }, async (ctx) => {
      await command(ctx, world);
      throw undone;
    });
    await expect(act).rejects.toBe(undone);
    expect(await effects()).toEqual(before);
  });

  test("is its administrator's alone", async () => {
    const world = await createWorld();
    const before = await effects();
    for (const [who, actor] of strangersTo(world)) {
      const refused = Promise.resolve().then(() => command({ actor }, world));
      await expect(refused, who).rejects.toSatisfy((e) => e instanceof DomainError);
      expect(await effects(), who).toEqual(before);
    }
  });

  test("never reaches another organisation's units or agents", async () => {
    const [ours, theirs] = [await createWorld(), await createWorld()];
    const before = (await effects()).filter((effect) => !effect.startsWith("event"));
    const mixed = { ...theirs, organisationId: ours.organisationId, newId: theirs.unitId };
    if (name === "change the contact") return;
    await command({ actor: ours.administrator }, mixed).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
    expect(stateOnly(await effects())).toEqual(before);
  });
});

test("two administrators who take each other's role away at once: one is left", async () => {
  const { organisationId, administrator } = await createWorld();
  const other = await createAgent(organisationId, [], "administrator");
  const remove = (by: Actor, agentId: string) =>
    removeRole({ actor: by }, { organisationId, agentId, role: "administrator" });
  const outcomes = await Promise.allSettled([
    remove(administrator, other.id),
    remove(other, administrator.id),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await effects()).filter((e) => e.startsWith("role administrator"))).toHaveLength(1);
});
