import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { events, importedParts } from "@/db/schema";
import { fieldXml, formXml, statusXml, workflowXml } from "@/db/test/publik";
import { createWorld } from "@/db/test/world";
import { system } from "@/lib/auth/actor";
import { readExport } from "@/lib/integrations/export-files";
import { translatePackage } from "../model/package";
import { takeParts } from "./take-parts";

const bring = (label: string) => {
  const texts = [formXml([fieldXml("string", { label })]), workflowXml([statusXml("1")])];
  return translatePackage(texts.map((text, rank) => ({ path: `${rank}`, text }))).parts;
};

const versions = async () =>
  (await pool.select().from(importedParts))
    .filter(({ slug }) => slug !== "pret")
    .map(({ kind, version }) => `${kind} ${version}`)
    .sort();

async function here() {
  await createWorld();
  const [row] = await pool.select().from(importedParts);
  if (!row) throw new Error("no organisation");
  return row.organisationId;
}

test("brought twice, what changed is a new version and the rest stays", async () => {
  const organisationId = await here();
  const ctx = system("import");
  expect(await takeParts(ctx, organisationId, bring("Nom"))).toEqual({ added: 2, same: 0 });
  expect(await takeParts(ctx, organisationId, bring("Nom"))).toEqual({ added: 0, same: 2 });
  expect(await takeParts(ctx, organisationId, bring("Prénom"))).toEqual({ added: 1, same: 1 });
  expect(await versions()).toEqual(["form 1", "form 2", "workflow 1"]);
  const told = await pool.select().from(events);
  expect(told.filter(({ action }) => action === "import.take")).toHaveLength(2);
});

test("all or nothing: one part that the database refuses leaves none", async () => {
  const organisationId = await here();
  const [good] = bring("Nom");
  if (!good) throw new Error("nothing brought");
  const bad = { ...good, slug: "autre", title: "\0" };
  await expect(takeParts(system("import"), organisationId, [good, bad])).rejects.toThrow();
  expect(await versions()).toEqual([]);
});

test("only who administers the organisation brings anything to it", async () => {
  const organisationId = await here();
  const agent = {
    kind: "agent" as const,
    id: "a",
    unitIds: [],
    organisationIds: [organisationId],
    roles: [],
  };
  await expect(takeParts({ actor: agent }, organisationId, bring("Nom"))).rejects.toThrow(/accès/);
});

const FOLDER = "../shared/publik";
const isHere = existsSync(FOLDER);
if (!isHere) process.stdout.write(`skipped: ${FOLDER} is not there\n`);

test.skipIf(!isHere)(
  "the whole of what real communes run is kept, and brought again it is the same",
  async () => {
    const organisationId = await here();
    const { parts } = translatePackage(readExport(FOLDER).files);
    const kept = new Set(parts.map(({ kind, slug }) => `${kind} ${slug}`));
    const first = await takeParts(system("import"), organisationId, parts);
    expect(first.added).toBeGreaterThanOrEqual(kept.size);
    const again = await takeParts(system("import"), organisationId, parts);
    process.stdout.write(`kept: ${first.added} parts, then ${again.added}\n`);
    expect(again.added).toBe(0);
  },
  60_000,
);
