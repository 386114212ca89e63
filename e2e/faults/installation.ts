import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePorts } from "../../scripts/lib/ports.mjs";
import { readSettings } from "../../scripts/lib/settings.mjs";
import { createStack } from "../../scripts/lib/stack.mjs";
import { test as base } from "../support/test";

export { addresses, expect, signInThrough } from "../support/test";

type Stack = Awaited<ReturnType<typeof createStack>>;
export type Installation = Stack & { sql: postgres.Sql };

const EMAIL = "usager.bron@exemple.fr";

/** An installation whose parts can be stopped and killed one by one. */
export const test = base.extend<object, { installation: Installation }>({
  installation: [
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), "guichet-faults-"));
      chmodSync(dataDir, 0o755);
      const port = await freePorts(5);
      process.env.E2E_PORT = String(port);
      const { PATH = "", HOME = "" } = process.env;
      const env = { NODE_ENV: "test" as const, PATH, HOME, DATA_DIR: dataDir, PORT: String(port) };
      const stack = await createStack(await readSettings(env), { env, quiet: true });
      await stack.prepare();
      await stack.start();
      const sql = postgres(stack.url, { max: 1, onnotice: () => {} });
      await use({ ...stack, sql });
      await sql.end();
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: "worker", auto: true, timeout: 300_000 },
  ],
});

const TYPED = {
  sujet: "Salle des fêtes",
  question: "Comment la réserver ?",
  "demandeur.familyName": "Benali",
  "demandeur.givenName": "Samira",
  reponse: "courriel",
};

/** Complete drafts of the resident of Bron, each with an address of its own to be written to. */
export async function createDrafts({ sql }: Installation, count: number) {
  const drafts = Array.from({ length: count }, () => {
    const unique = Math.random().toString(36).slice(2, 8).toUpperCase().padEnd(6, "0");
    const reference = `BRON-2026-${unique.replace(/[ILOU]/g, "X")}`;
    return { reference, email: `${reference.toLowerCase()}@exemple.fr` };
  });
  for (const { reference, email } of drafts) {
    const typed = sql.json({ ...TYPED, "demandeur.email": email });
    await sql`
      insert into requests (reference, typed, resident_id, procedure_id, provider_id, form_version_id,
        workflow_version_id, organisation_id, unit_id, draft_expires_at)
      select ${reference}, ${typed}, r.id, p.procedure_id, p.id, p.form_version_id,
        p.workflow_version_id, p.organisation_id, p.unit_id, now() + interval '30 days'
      from procedure_providers p
        join procedures on procedures.id = p.procedure_id
        join organisations o on o.id = p.organisation_id, residents r
      where procedures.slug = 'demande-information' and o.code = 'BRON' and r.email = ${EMAIL}`;
  }
  return drafts;
}

export const RESIDENT = EMAIL;
