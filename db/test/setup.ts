import postgres from "postgres";
import { afterAll, afterEach, inject, vi } from "vitest";
import { databaseAt } from "@/scripts/lib/database.mjs";

const clusterUrl = inject("clusterUrl");
const template = inject("template");
const name = `${template}_${process.pid}`;

const worker = globalThis as { atFirst?: { env: NodeJS.ProcessEnv; names: string[] } };

/** One database per worker, copied for its first file and empty after each test. */
async function copyTemplate() {
  const admin = postgres(clusterUrl, { max: 1 });
  // Copied, not written again through the log: a third less time.
  await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  await admin.end();
}

/** A worker runs its files one after the other: each finds what the first one found. */
async function startAgain() {
  if (!worker.atFirst) {
    await copyTemplate();
    worker.atFirst = { env: { ...process.env }, names: [] };
    worker.atFirst.names = Object.getOwnPropertyNames(globalThis);
  }
  const { env, names } = worker.atFirst;
  process.env = { ...env };
  for (const left of Object.getOwnPropertyNames(globalThis))
    if (!names.includes(left)) Reflect.deleteProperty(globalThis, left);
  vi.resetModules();
}

await startAgain();
process.env.DATABASE_URL = databaseAt(clusterUrl, name);
process.env.SECRET ??= "a-secret-for-tests-only-0123456789abcdef";
process.env.SMTP_URL ??= "smtp://127.0.0.1:1";
process.env.DATA_DIR ??= `/tmp/guichet-test-${process.pid}`;

// Imported late: they read the address just set.
const { pool } = await import("@/db/client");
const { emptyTables } = await import("./tables");

// Emptied rather than rolled back: the doors commit for real, as they do in production.
afterEach(() => emptyTables());

afterAll(async () => {
  await (await import("@/lib/context")).closeStanding();
  await pool.$client.end();
});
