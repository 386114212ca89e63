import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort, isFree } from "./ports.mjs";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const isLoopback = (url) => LOOPBACK.includes(new URL(url).hostname);

/** An expected refusal: its message is for the person at the keyboard, without a stack. */
export class StartError extends Error {}

function portFrom(env) {
  const local =
    env.PORTAL_URL && URL.canParse(env.PORTAL_URL) && isLoopback(env.PORTAL_URL)
      ? new URL(env.PORTAL_URL).port
      : "";
  const port = Number(env.PORT || local || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_532) return port;
  throw new StartError(`PORT : « ${env.PORT} » n’est pas un numéro de port.`);
}

/** What must survive a restart and is not in the database; readable by its owner only. */
async function remember(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "settings.json");
  const known = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const settings = {
    secret: known.secret ?? randomBytes(32).toString("base64url"),
    franceConnectSecret: known.franceConnectSecret ?? randomBytes(32).toString("base64url"),
    postgresPassword: known.postgresPassword ?? randomBytes(18).toString("base64url"),
    postgresPort: known.postgresPort ?? (await freePort()),
    save() {
      const partial = `${path}.${process.pid}`;
      writeFileSync(partial, JSON.stringify(settings, null, 2), { mode: 0o600 });
      renameSync(partial, path);
    },
    /** Somebody else may have taken our port since the last start. */
    async movePostgres() {
      if (await isFree(settings.postgresPort)) return;
      settings.postgresPort = await freePort();
      settings.save();
    },
  };
  settings.save();
  return settings;
}

/** What this start is about, from the environment and from what DATA_DIR remembers. */
export async function readSettings(env, { dev = false } = {}) {
  const port = portFrom(env);
  const dataDir = resolve(env.DATA_DIR || ".data");
  return {
    dev,
    port,
    dataDir,
    /** Demo data and simulators; never in production unless asked for. */
    demo: env.NODE_ENV !== "production" || env.DEMO === "1",
    databaseUrl: env.DATABASE_URL || null,
    portalUrl: env.PORTAL_URL || `http://127.0.0.1:${port}`,
    connectUrl: env.CONNECT_URL || `http://localhost:${port}`,
    partnerUrl: env.PASS_URBAIN_URL || `http://127.0.0.1:${port + 1}`,
    /** Null where there is a real one. */
    franceConnectUrl: env.FRANCECONNECT_ISSUER ? null : `http://127.0.0.1:${port + 4}/api/v2`,
    franceConnectPort: port + 4,
    mailPort: port + 2,
    smtpPort: port + 3,
    remembered: await remember(dataDir),
  };
}

/** The simulator, unless this installation has a real client of FranceConnect. */
const franceConnectFor = ({ franceConnectUrl, franceConnectPort, remembered }) =>
  franceConnectUrl === null
    ? {}
    : {
        FRANCECONNECT_ISSUER: franceConnectUrl,
        FRANCECONNECT_PORT: String(franceConnectPort),
        FRANCECONNECT_CLIENT_ID: "connect-demonstration",
        FRANCECONNECT_CLIENT_SECRET: remembered.franceConnectSecret,
      };

/** The environment of the programs that start.mjs starts: the one place where it is decided. */
export function childEnv(env, settings, databaseUrl) {
  const { port, dev, demo, dataDir, remembered } = settings;
  const simulated = {
    SECRET: env.SECRET || remembered.secret,
    SMTP_URL: env.SMTP_URL || `smtp://127.0.0.1:${settings.smtpPort}`,
    PORTAL_URL: settings.portalUrl,
    CONNECT_URL: settings.connectUrl,
    PASS_URBAIN_URL: settings.partnerUrl,
    ...franceConnectFor(settings),
    MAIL_PORT: String(settings.mailPort),
    SMTP_PORT: String(settings.smtpPort),
    DEMO: "1",
  };
  return {
    ...env,
    ...(demo ? simulated : {}),
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
