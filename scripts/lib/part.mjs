import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "./settings.mjs";

const FOLLOW_PARENT = new URL("follow-parent.mjs", import.meta.url).href;
const GRACE_MS = 15_000;
const HEALTHY_MS = 60_000;
const MAX_DELAY_MS = 30_000;

const isFailure = (line) => /^\{"level":(50|60),/.test(line);

/** Everything said goes to the part's own file, failures to the console too; in production, straight to the standard outputs. */
function follow(child, { name, logDir, quiet }) {
  if (!logDir) {
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
    return;
  }
  mkdirSync(logDir, { recursive: true });
  const file = createWriteStream(join(logDir, `${name}.log`), { flags: "a" });
  child.once("close", () => file.end());
  const keep = (stream, isShown) =>
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      if (!quiet && isShown(line)) console.log(`[${name}] ${line}`);
    });
  keep(child.stdout, isFailure);
  keep(child.stderr, (line) => line.trim() !== "");
}

/**
 * A program of ours, kept running: when it dies by itself it is said, and started again after 1, 2,
 * 4… at most 30 s. `isReady` resolves to true once it answers.
 */
export function createPart({ name, args, env, isReady, logDir = null, quiet = false }) {
  let child = null;
  let wanted = false;
  let delay = 1_000;

  function launch() {
    const startedAt = Date.now();
    const launched = spawn(process.execPath, ["--import", FOLLOW_PARENT, ...args], {
      env: { ...env, PROGRAM: name },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    child = launched;
    follow(launched, { name, logDir, quiet });
    launched.once("exit", (code, signal) => {
      if (child !== launched) return;
      child = null;
      if (Date.now() - startedAt > HEALTHY_MS) delay = 1_000;
      if (wanted) relaunch(signal ?? `code ${code}`);
    });
  }

  async function relaunch(why) {
    console.error(`[${name}] s’est arrêté (${why}) ; nouveau départ dans ${delay / 1_000} s.`);
    await sleep(delay);
    delay = Math.min(delay * 2, MAX_DELAY_MS);
    if (wanted && !child) launch();
  }

  return {
    name,
    pid: () => child?.pid,
    start() {
      wanted = true;
      if (!child) launch();
    },
    /** Waits until it answers; refuses when it dies before that. */
    async ready(timeoutMs = 60_000) {
      const first = child;
      for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(50)) {
        if (child !== first) break;
        if (await isReady().catch(() => false)) return;
      }
      const where = logDir ? ` Voir ${join(logDir, `${name}.log`)}.` : "";
      throw new StartError(`« ${name} » ne démarre pas.${where}`);
    },
    /** Asks it to finish what it is doing; insists after 15 s. */
    async stop(signal = "SIGTERM") {
      wanted = false;
      const stopped = child;
      if (!stopped) return;
      const gone = new Promise((resolve) => stopped.once("exit", resolve));
      stopped.kill(signal);
      const insist = setTimeout(() => stopped.kill("SIGKILL"), GRACE_MS);
      await gone;
      clearTimeout(insist);
    },
  };
}
