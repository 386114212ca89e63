import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./settings.mjs";

const SOURCES = [
  "{app,components,lib,db,pages,public}/**/*",
  "{proxy,instrumentation}.ts",
  "{next.config.mjs,postcss.config.mjs,tsconfig.json,package-lock.json}",
];
const NOT_BUILT = /\.test\.|^db\/(test|seed|migrations)\//;
const STAMP = ".next/sources.sha256";
const LOCK = "node_modules/.cache/build.lock";

function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) {
    if (NOT_BUILT.test(path) || !statSync(path).isFile()) continue;
    hash.update(`${path}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

const isBuilt = (hash) =>
  existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash;

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** One build at a time in this folder; the lock of a dead process is taken over. */
async function locked(run) {
  mkdirSync("node_modules/.cache", { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      break;
    } catch {
      const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, "utf8")) : 0;
      if (holder && isAlive(holder)) await sleep(500);
      else rmSync(LOCK, { force: true });
    }
  }
  try {
    return await run();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

async function build(env) {
  const args = [join("node_modules", "next", "dist", "bin", "next"), "build"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  child.stdout.on("data", (data) => said.push(data));
  child.stderr.on("data", (data) => said.push(data));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new StartError(`La compilation a échoué.\n${said.join("")}`);
}

/** `next build`, when the sources have changed since the last one. */
export async function buildIfOlder(env) {
  const hash = hashOfSources();
  if (isBuilt(hash)) return;
  await locked(async () => {
    if (isBuilt(hash)) return;
    console.log("Compilation (une à deux minutes)…");
    rmSync(STAMP, { force: true });
    await build(env);
    writeFileSync(STAMP, hash);
  });
}
