import { expect, test } from "vitest";
import { createAgent, createOrganisation, createProvider, createUnit } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";
import { saveList } from "./commands/save-list";
import { withClosed } from "./model/lists";
import { getDefinition } from "./queries";
import { formDefinition } from "./schemas";

const row = (value: string) => ({ value, label: value.toUpperCase() });

const form = formDefinition.parse({
  steps: [
    {
      id: "ecole",
      title: "École",
      fields: [{ id: "ecole", label: "École", type: "choice", list: "ecoles" }],
    },
  ],
});

test("a row that is gone is closed, one that comes back is open again", () => {
  const before = withClosed([row("a"), row("b")], [row("b")]);
  expect(before).toEqual([row("b"), { ...row("a"), isClosed: true }]);
  expect(withClosed(before, [row("a"), row("b")])).toEqual([row("a"), row("b")]);
});

test("a form offers what the list of its organisation holds; nobody else writes it", async () => {
  const { id } = await createOrganisation();
  const unit = await createUnit(id);
  const { formVersionId } = await createProvider(id, unit.id, form);
  const ctx = { actor: await createAgent(id, [], "administrator") };
  const list = { organisationId: id, key: "ecoles", title: "Écoles" };
  await saveList(ctx, { ...list, rows: [row("jean-moulin"), row("la-garenne")] });
  await saveList(ctx, { ...list, rows: [row("jean-moulin"), row("peri")] });
  const definition = await getDefinition(system("test"), formVersionId ?? "");
  expect(definition.steps[0]?.fields[0]).toMatchObject({
    options: [row("jean-moulin"), row("peri"), { ...row("la-garenne"), isClosed: true }],
  });
  const other = await createOrganisation();
  await expect(saveList(ctx, { ...list, organisationId: other.id })).rejects.toThrow();
  await expect(
    saveList({ actor: await createAgent(id, [unit.id]) }, { ...list, rows: [] }),
  ).rejects.toThrow();
});
