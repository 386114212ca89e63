import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium, findChromium } from "../scripts/lib/chromium.mjs";
import { runOnce } from "../scripts/lib/run-once.mjs";
import { WEB_ENV, WEB_MEMORY } from "../scripts/lib/stack.mjs";
import { generate } from "./data.mjs";
import { openInstallation } from "./installation.mjs";
import { load, memoryOf, openControl } from "./measure.mjs";
import { preparePoints } from "./points.mjs";
import { countQueries } from "./queries.mjs";
import { report, summarise } from "./report.mjs";
import { weigh } from "./weight.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const WARM_UP_SECONDS = Number(process.env.BENCH_WARM_UP ?? 6);
const NEXT = "node_modules/next/dist/bin/next";
const FLOOR = "bench/floor";
const REPORT = "docs/performance.md";

const PUBLIC_PAGES = [
  "/",
  "/demarches",
  "/demarches/stationnement-demenagement?commune=69029",
  "/c/69029",
  "/suivi",
  "/aide",
  "/plan-du-site",
  "/accessibilite",
  "/donnees-personnelles",
];

async function openFloor(port, env) {
  await runOnce("Floor", [NEXT, "build", FLOOR], env);
  const next = [NEXT, "start", FLOOR, "--port", String(port), "--hostname", "127.0.0.1"];
  // The same Node with the same limits as web.
  const options = { env: { ...env, ...WEB_ENV }, stdio: "ignore" };
  const child = spawn(process.execPath, [...WEB_MEMORY, ...next], options);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(url).catch(() => null)) break;
    await sleep(100);
  }
  return { url, pid: child.pid, stop: () => child.kill("SIGTERM") };
}

/** One round: each point right after a control of its own. */
async function measureRound(points, control) {
  const results = {};
  for (const point of points) {
    const { perSecond } = await control.measure();
    results[point.name] = { ...(await load({ ...point, seconds: SECONDS })), control: perSecond };
    console.log(point.name.padEnd(30), Math.round(results[point.name].perSecond), "requests/s");
  }
  return results;
}

async function countAll(sql, points) {
  const counts = {};
  for (const point of points.filter(({ kind }) => kind === "page"))
    counts[point.name] = await countQueries(sql, point);
  return counts;
}

async function measureAll({ stack, settings, floor, sql, browser }) {
  const { web, worker } = stack.parts;
  const pids = { web: web.pid(), floor: floor.pid };
  const points = await preparePoints({ browser, sql, settings, pids, floorUrl: floor.url });
  const weights = [];
  for (const path of PUBLIC_PAGES) weights.push(await weigh(browser, settings.portalUrl + path));
  await browser.close();
  await worker.stop();
  const queries = await countAll(sql, points);
  const control = await openControl();
  // Once without counting: code is compiled, connections open.
  for (const point of points) await load({ ...point, seconds: WARM_UP_SECONDS });
  const rounds = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await measureRound(points, control));
  control.close();
  const [{ version }] = await sql`select split_part(version(), ' ', 2) as version`;
  return {
    rows: summarise(points, rounds),
    queries,
    weights,
    memory: { web: memoryOf(pids.web), floor: memoryOf(pids.floor) },
    versions: {
      next: createRequire(import.meta.url)("next/package.json").version,
      postgres: version,
    },
    rounds: ROUNDS,
    seconds: SECONDS,
  };
}

/** `npm run bench`: everything on this machine, on a database of its own; rewrites docs/performance.md. */
export async function runBench() {
  ensureChromium();
  const { stack, settings, sql, close } = await openInstallation();
  let floor = null;
  try {
    await sql`create extension if not exists pg_stat_statements`;
    console.log("Données…");
    await generate(sql);
    await stack.start();
    floor = await openFloor(settings.port + 5, stack.env);
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
    const text = report(await measureAll({ stack, settings, floor, sql, browser }));
    console.log(`\n${text}`);
    writeFileSync(REPORT, text);
    spawnSync("biome", ["format", "--write", REPORT]);
  } finally {
    floor?.stop();
    await close();
  }
}
