import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { agentRoles, agents, events, organisations, units } from "@/db/schema";
import {
  createAgent,
  createOrganisation,
  createProvider,
  createUnit,
  resident,
  visitor,
} from "@/db/test/factories";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { addRole, removeRole } from "./commands/change-roles";
import { addUnit, closeUnit, renameUnit } from "./commands/change-units";
import { updateContact } from "./commands/update-contact";
import { listUnits } from "./queries/find-organisation";
import { getAdministered, listAdministered, listRoles } from "./queries/get-administered";

const contact = (organisationId: string) => ({
  organisationId,
  phone: "0465712020",
  email: "mairie@bron.example",
  address: "Ville de Bron\n\n  Place de Weingarten ",
  openingHours: "Du lundi au vendredi, de 8 h 30 à 12 h",
  website: "",
});

async function createTown() {
  const { id, slug } = await createOrganisation();
  const unit = await createUnit(id);
  const administrator = await createAgent(id, [], "administrator");
  return { id, slug, unit, administrator };
}

/** Everybody who must not administer this organisation. */
async function outsiders(id: string, unitId: string): Promise<[string, Actor][]> {
  const other = await createTown();
  return [
    ["an agent of the unit", await createAgent(id, [unitId])],
    ["a manager of the organisation", await createAgent(id, [unitId], "manager")],
    ["its data protection officer", await createAgent(id, [], "dpo")],
    ["the administrator of another commune", other.administrator],
    ["a resident", resident()],
    ["nobody", visitor()],
  ];
}

test("contact data are changed by their administrator, written as they should be, with a trace", async () => {
  const { id, administrator } = await createTown();
  await updateContact({ actor: administrator }, contact(id));
  const [row] = await pool.select().from(organisations).where(eq(organisations.id, id));
  expect(row).toMatchObject({
    phone: "04\u00a065\u00a071\u00a020\u00a020",
    address: "Ville de Bron\nPlace de Weingarten",
    openingHours: "Du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h",
    website: null,
  });
  expect(await pool.select().from(events).where(eq(events.subjectId, id))).toMatchObject([
    { action: "organisation.update", actorKind: "agent", actorId: administrator.id },
  ]);
});

test("wrong contact data come back with one sentence per field", async () => {
  const { id, administrator } = await createTown();
  const wrong = { organisationId: id, phone: "12", email: "x", address: "y", openingHours: "" };
  const act = async () => updateContact({ actor: administrator }, { ...wrong, website: "bron" });
  await expect(act()).rejects.toMatchObject({
    code: "invalid",
    fields: {
      phone: expect.stringContaining("10 chiffres"),
      email: expect.stringContaining("en entier"),
      address: expect.stringContaining("deux lignes"),
      openingHours: expect.stringContaining("ouverture"),
      website: expect.stringContaining("https://"),
    },
  });
});

test("only its administrator administers an organisation: by the commands, and by the database", async () => {
  const { id, slug, unit } = await createTown();
  for (const [who, actor] of await outsiders(id, unit.id)) {
    const ctx = { actor };
    const role = { organisationId: id, role: "administrator" as const };
    const person = { email: "x@test.example", givenName: "X", familyName: "Y", unitIds: [] };
    const attempts = [
      async () => updateContact(ctx, contact(id)),
      async () => addUnit(ctx, { organisationId: id, id: randomUUID(), name: "Espion" }),
      async () => renameUnit(ctx, { organisationId: id, unitId: unit.id, name: "Espion" }),
      async () => closeUnit(ctx, { organisationId: id, unitId: unit.id }),
      async () => addRole(ctx, { ...role, ...person }),
      async () => removeRole(ctx, { ...role, agentId: randomUUID() }),
    ];
    for (const attempt of attempts)
      await expect.soft(attempt(), who).rejects.toMatchObject({ code: "forbidden" });
    await expect.soft(getAdministered(ctx, slug), who).rejects.toMatchObject({ code: "not-found" });
    expect
      .soft(await listAdministered(ctx), who)
      .not.toContainEqual(expect.objectContaining({ id }));
    const touched = await transaction(ctx, ({ db }) =>
      db.update(units).set({ name: "Espion" }).where(eq(units.id, unit.id)).returning(),
    );
    expect.soft(touched, `${who}, without any policy in the code`).toEqual([]);
    const written = transaction(ctx, ({ db }) =>
      db.insert(agentRoles).values({ agentId: randomUUID(), ...role }),
    );
    await expect.soft(written, who).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  expect(await pool.$count(agents, eq(agents.email, "x@test.example"))).toBe(0);
});

test("a unit is added once by name, renamed, and closed when nothing comes to it any more", async () => {
  const { id, administrator } = await createTown();
  const ctx = { actor: administrator };
  const green = { organisationId: id, id: randomUUID(), name: "Espaces verts" };
  await Promise.all([1, 2].map(() => addUnit(ctx, { ...green, phone: "04 65 71 20 40" })));
  await addUnit(ctx, { ...green, phone: "04 65 71 20 40" });
  expect(await pool.select().from(units).where(eq(units.name, "Espaces verts"))).toHaveLength(1);
  await expect(
    addUnit(ctx, { ...green, id: randomUUID(), name: "espaces  VERTS" }),
  ).rejects.toMatchObject({
    fields: { name: expect.stringContaining("déjà") },
  });
  const [unit] = await pool.select().from(units).where(eq(units.name, "Espaces verts"));
  const unitId = unit?.id ?? "";
  await renameUnit(ctx, { organisationId: id, unitId, name: "Nature en ville", phone: "" });
  expect(await pool.select().from(units).where(eq(units.id, unitId))).toMatchObject([
    { name: "Nature en ville", phone: null },
  ]);
  await closeUnit(ctx, { organisationId: id, unitId });
  await closeUnit(ctx, { organisationId: id, unitId });
  const act = renameUnit(ctx, { organisationId: id, unitId, name: "Trop tard" });
  await expect(act).rejects.toMatchObject({ code: "not-found" });
});

test("of administrators who add or rename to one name at once, one is told that it is taken", async () => {
  const { id: organisationId, unit, administrator } = await createTown();
  const ctx = { actor: administrator };
  const name = "Espaces verts";
  const attempts = [
    ...["espaces verts", "ESPACES VERTS", name].map((name) =>
      addUnit(ctx, { organisationId, id: randomUUID(), name }),
    ),
    renameUnit(ctx, { organisationId, unitId: unit.id, name }),
  ];
  const refused = (await Promise.allSettled(attempts)).flatMap((one) =>
    one.status === "rejected" ? [one.reason] : [],
  );
  expect(refused).toHaveLength(attempts.length - 1);
  for (const reason of refused)
    expect(reason.fields).toEqual({ name: expect.stringContaining("déjà ce nom") });
});

test("without any check in the code, the database keeps two open units from one name; a closed one leaves it free", async () => {
  const { id: organisationId, unit } = await createTown();
  const twin = () => pool.insert(units).values({ organisationId, name: unit.name.toUpperCase() });
  await expect(twin()).rejects.toMatchObject({ cause: { code: "23505" } });
  await pool.update(units).set({ closedAt: new Date() }).where(eq(units.id, unit.id));
  await twin();
});

test("units are listed as a French dictionary would", async () => {
  const { id } = await createOrganisation();
  for (const name of ["Voirie", "État civil", "Accueil", "Espaces verts"])
    await createUnit(id, name);
  const names = (await listUnits({ actor: visitor() }, id)).map(({ name }) => name);
  expect(names).toEqual(["Accueil", "Espaces verts", "État civil", "Voirie"]);
});

test("a unit in charge of procedures stays open", async () => {
  const { id, unit, administrator } = await createTown();
  await createProvider(id, unit.id);
  const act = closeUnit({ actor: administrator }, { organisationId: id, unitId: unit.id });
  await expect(act).rejects.toMatchObject({ code: "conflict" });
});

test("another organisation's unit cannot be taken along", async () => {
  const [mine, theirs] = [await createTown(), await createTown()];
  const ctx = { actor: mine.administrator };
  const act = renameUnit(ctx, { organisationId: mine.id, unitId: theirs.unit.id, name: "À moi" });
  await expect(act).rejects.toMatchObject({ code: "not-found" });
});

test("a role is given by e-mail, to somebody known elsewhere too, and taken away", async () => {
  const { id, unit, administrator } = await createTown();
  const elsewhere = await createTown();
  const ctx = { actor: administrator };
  const [known] = await pool.select().from(agents).where(eq(agents.id, elsewhere.administrator.id));
  const given = {
    organisationId: id,
    email: (known?.email ?? "").toUpperCase(),
    givenName: "Claire",
    familyName: "Vial",
    role: "agent" as const,
    unitIds: [unit.id, elsewhere.unit.id],
  };
  await addRole(ctx, given);
  const added = (await listRoles(ctx, id)).find(({ agentId }) => agentId === known?.id);
  expect(added).toMatchObject({ role: "agent", unitIds: [unit.id], isLinked: false });
  await expect(addRole(ctx, { ...given, unitIds: [] })).rejects.toMatchObject({
    fields: { unitIds: expect.stringContaining("service") },
  });
  await removeRole(ctx, { organisationId: id, agentId: known?.id ?? "", role: "agent" });
  await removeRole(ctx, { organisationId: id, agentId: known?.id ?? "", role: "agent" });
  const left = and(eq(agentRoles.agentId, known?.id ?? ""), eq(agentRoles.organisationId, id));
  expect(await pool.$count(agentRoles, left)).toBe(0);
});

test("the last administrator stays", async () => {
  const { id, administrator } = await createTown();
  const act = removeRole(
    { actor: administrator },
    { organisationId: id, agentId: administrator.id, role: "administrator" },
  );
  await expect(act).rejects.toMatchObject({ code: "conflict" });
});
