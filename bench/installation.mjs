import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePorts } from "../scripts/lib/ports.mjs";
import { readSettings } from "../scripts/lib/settings.mjs";
import { createStack } from "../scripts/lib/stack.mjs";

/** Everything on this machine, on a database of its own that is thrown away; built, not started. */
export async function openInstallation() {
  const dataDir = mkdtempSync(join(tmpdir(), "guichet-bench-"));
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const port = await freePorts(6);
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: String(port) };
  const settings = await readSettings(env);
  const flags = ["shared_preload_libraries=pg_stat_statements"];
  const stack = await createStack(settings, { env, flags, quiet: true });
  await stack.prepare();
  const sql = postgres(stack.url, { max: 1, onnotice: () => {} });
  const close = async () => {
    await sql.end();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { stack, settings, sql, close };
}
