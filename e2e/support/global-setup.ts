import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createDatabase, databaseAt, dropDatabase } from "../../scripts/lib/database.mjs";
import { freePorts } from "../../scripts/lib/ports.mjs";

const START_MS = 240_000;
const OF_ANOTHER_INSTALLATION = [
  "CONNECT_URL",
  "DEMO",
  "FRANCECONNECT_CLIENT_ID",
  "FRANCECONNECT_CLIENT_SECRET",
  "FRANCECONNECT_ISSUER",
  "HOST",
  "NODE_ENV",
  "PASS_URBAIN_URL",
  "PORTAL_URL",
  "SECRET",
  "SMTP_URL",
];

/** An installation of its own for the tests: `npm start` with an empty DATA_DIR, thrown away afterwards. */
async function startPortal(dataDir: string, port: number, database: Record<string, string>) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), ...database };
  for (const name of OF_ANOTHER_INSTALLATION) Reflect.deleteProperty(env, name);
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`the portal did not start:\n${said.join("\n")}`));
    const late = setTimeout(fail, START_MS);
    child.once("exit", fail);
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      if (!line.includes("Prêt en")) return;
      clearTimeout(late);
      resolve();
    });
  });
  return () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", () => resolve());
      child.kill("SIGTERM");
    });
}

/** A database of its own on the server of DATABASE_URL, when there is one. */
async function ownDatabase(port: number) {
  const server = process.env.DATABASE_URL;
  if (!server) return { env: {}, drop: async () => {} };
  const name = `guichet_e2e_${port}`;
  await createDatabase(server, name);
  return {
    env: { DATABASE_URL: databaseAt(server, name) },
    drop: () => dropDatabase(server, name),
  };
}

/** With E2E_PORT, the tests use the installation that already listens there. */
export default async function setup() {
  if (process.env.E2E_PORT) return;
  const dataDir = mkdtempSync(join(tmpdir(), "guichet-e2e-"));
  // As root, PostgreSQL runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const port = await freePorts(5);
  process.env.E2E_PORT = String(port);
  const database = await ownDatabase(port);
  const stop = await startPortal(dataDir, port, database.env);
  return async () => {
    await stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
