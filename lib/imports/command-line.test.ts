import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { importedParts } from "@/db/schema";
import { createOrganisation } from "@/db/test/factories";
import { fieldXml, formXml, statusXml, workflowXml } from "@/db/test/publik";
import { importReport } from "./schemas/report";

const NODE = ["--import", "tsx", "--conditions=react-server", "scripts/import-publik.ts"];

const run = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, [...NODE, ...args], (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: out + err }),
    );
  });

function folderOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "publik-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const FORM = formXml([fieldXml("string", { label: "Nom" })]);
const GOOD = { form: FORM, workflow: workflowXml([statusXml("1")]) };

test("a folder is kept for an organisation, and its report written", async () => {
  await createOrganisation({ insee: "69029", name: "Ville de Bron" });
  const folder = folderOf(GOOD);
  const path = join(folder, "rapport.json");
  const { code, said } = await run(folder, "--organisation", "69029", "--report", path);
  expect(said).toContain("Ville de Bron : 2 éléments ajoutés, 0 déjà là.");
  expect(code).toBe(0);
  expect(importReport.parse(JSON.parse(readFileSync(path, "utf8")))).toMatchObject({
    forms: { found: 1, imported: 1 },
    workflows: { found: 1, imported: 1 },
    refused: [],
  });
  expect((await pool.select().from(importedParts)).map(({ kind }) => kind).sort()).toEqual([
    "form",
    "workflow",
  ]);
}, 60_000);

test("a dry run writes nothing, and says 1 when a file is refused as a whole", async () => {
  const bomb = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><formdef>&b;</formdef>';
  const { code, said } = await run(folderOf({ ...GOOD, bomb }), "--dry-run");
  expect([code, said]).toEqual([1, expect.stringContaining("Refusé\u00a0: bomb.")]);
  expect(await pool.select().from(importedParts)).toEqual([]);
}, 60_000);

test("what it does not understand, it says how to ask", async () => {
  const unknown = await run(folderOf(GOOD), "--organisation", "00000");
  expect([unknown.code, unknown.said]).toEqual([2, expect.stringContaining("INSEE")]);
  const nowhere = await run("/nowhere/at/all");
  expect([nowhere.code, nowhere.said]).toEqual([2, expect.stringContaining("--dry-run")]);
}, 60_000);
