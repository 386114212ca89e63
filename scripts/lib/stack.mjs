import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildIfOlder } from "./build.mjs";
import { createDatabase, explainDatabase, isEmpty, migrateDatabase } from "./database.mjs";
import { createPart } from "./part.mjs";
import { isFree } from "./ports.mjs";
import { openPostgres } from "./postgres.mjs";
import { runOnce } from "./run-once.mjs";
import { childEnv, StartError } from "./settings.mjs";

const DATABASE = "guichet";
const TYPESCRIPT = ["--import", "tsx", "--conditions=react-server"];

// Left alone, Node takes 800 MB on a large machine: V8 collects late, and glibc keeps an arena per thread.
export const WEB_MEMORY = ["--max-semi-space-size=16", "--max-old-space-size=320"];
export const WEB_ENV = { MALLOC_ARENA_MAX: "2" };

const answers = async (url) => {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "manual" });
  await response.body?.cancel();
  return response.status < 500;
};

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket.destroy() && true));
    socket.once("error", () => resolve(false));
  });

/** What listens where; what is not simulated is not started. */
function portsOf({ demo, port, mailPort, smtpPort, franceConnectUrl, franceConnectPort }) {
  if (!demo) return { web: port };
  const ports = { web: port, "Pass Urbain": port + 1, courriels: mailPort, SMTP: smtpPort };
  return franceConnectUrl ? { ...ports, FranceConnect: franceConnectPort } : ports;
}

async function refuseBusyPorts(settings) {
  for (const [name, port] of Object.entries(portsOf(settings))) {
    if (await isFree(port)) continue;
    throw new StartError(
      `Le port ${port} (${name}) est déjà pris. Arrêtez le programme qui l’occupe, ou choisissez-en un autre : PORT=${settings.port + 10} npm start`,
    );
  }
}

/** The embedded PostgreSQL, started again when it dies by itself. */
async function openEmbedded({ dataDir, remembered }, flags) {
  await remembered.movePostgres();
  const restart = async () => {
    console.error("[postgres] s’est arrêté ; nouveau départ.");
    for (let delay = 500; ; delay = Math.min(delay * 2, 30_000)) {
      await sleep(delay);
      const failure = await server.start().then(
        () => null,
        (error) => error,
      );
      if (!failure) return;
      console.error(`[postgres] ${failure.message}`);
    }
  };
  const server = await openPostgres({
    dir: join(dataDir, "postgres"),
    port: remembered.postgresPort,
    password: remembered.postgresPassword,
    flags,
    onExit: restart,
  });
  await createDatabase(server.url("postgres"), DATABASE);
  return server;
}

function partsOf(settings, env, quiet) {
  const { dev, demo, port, dataDir } = settings;
  const logDir = demo ? join(dataDir, "logs") : null;
  const part = (name, args, isReady, more = {}) =>
    createPart({ name, args, env: { ...env, ...more }, isReady, logDir, quiet });
  const health = `http://127.0.0.1:${port}/api/health`;
  const next = join("node_modules", "next", "dist", "bin", "next");
  const web = dev
    ? [next, "dev", "--port", String(port)]
    : [...WEB_MEMORY, join("scripts", "web.mjs")];
  const simulator = (name) => [...TYPESCRIPT, join("simulators", name, "main.ts")];
  const simulators = {
    mail: part("mail", simulator("mail"), () => listens(settings.smtpPort)),
    "pass-urbain": part("pass-urbain", simulator("pass-urbain"), () => listens(port + 1)),
    ...(settings.franceConnectUrl
      ? {
          franceconnect: part("franceconnect", simulator("franceconnect"), () =>
            listens(settings.franceConnectPort),
          ),
        }
      : {}),
  };
  return {
    web: part("web", web, () => answers(health), WEB_ENV),
    worker: part("worker", [...TYPESCRIPT, join("scripts", "worker.ts")], () => answers(health)),
    ...(demo ? simulators : {}),
  };
}

/**
 * Everything that one start runs. `prepare` brings database and build up to date; then `parts` can
 * be started, stopped and killed one by one, as the fault tests do.
 */
export async function createStack(
  settings,
  { env: given = process.env, flags = [], quiet = false } = {},
) {
  await refuseBusyPorts(settings);
  const postgres = settings.databaseUrl ? null : await openEmbedded(settings, flags);
  const url = settings.databaseUrl ?? postgres.url(DATABASE);
  const env = childEnv(given, settings, url);
  const parts = partsOf(settings, env, quiet);

  return {
    url,
    env,
    postgres,
    parts,
    async prepare() {
      await migrateDatabase(url).catch((error) => {
        throw postgres ? error : explainDatabase(url, error);
      });
      if (settings.demo && (await isEmpty(url)))
        await runOnce("Jeu de démonstration", [...TYPESCRIPT, join("scripts", "seed.ts")], env);
      if (!settings.dev) await buildIfOlder(env);
    },
    async start() {
      for (const part of Object.values(parts)) part.start();
      await Promise.all(Object.values(parts).map((part) => part.ready()));
    },
    async stop() {
      await Promise.all(Object.values(parts).map((part) => part.stop()));
      await postgres?.stop();
    },
  };
}
