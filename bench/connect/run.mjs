import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { WEB_MEMORY } from "../../scripts/lib/stack.mjs";
import { openInstallation } from "../installation.mjs";
import { openControl } from "../measure.mjs";
import { openBrowser, signIn } from "./client.mjs";
import { countExpired, emailOf, expireSome, generate } from "./data.mjs";
import { hold, POINTS, userinfo } from "./points.mjs";
import { report } from "./report.mjs";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const PEOPLE = 64;
const SLICE_SECONDS = 2;
const QUIET_SLICES = 5;
const WORKER_STARTS_MS = 5_000;
const MOST_SLICES = 45;
const REPORT = "docs/performance-connect.md";

async function openBare(port, redirectUri) {
  const args = [...WEB_MEMORY, "bench/connect/bare.mjs", String(port), redirectUri];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(base).catch(() => null)) break;
    await sleep(100);
  }
  const { pid } = child;
  return { base, pid, redirectUri, hasForms: false, isKept: () => false, stop: () => child.kill() };
}

/** People who have agreed once: from then on, they are only asked for their password. */
async function welcome(provider) {
  const people = [];
  for (let n = 1; n <= PEOPLE; n++) {
    const person = { email: emailOf(n), browser: openBrowser(provider.base) };
    await signIn(person.browser, provider, person.email);
    people.push(person);
  }
  return people;
}

/** Each point of ours, then of the bare one, each right after a control of its own. */
async function measureRound(sides, control) {
  const results = {};
  for (const point of POINTS)
    for (const [side, { provider, people }] of Object.entries(sides)) {
      const { perSecond } = await control.measure();
      const result = await point.measure(provider, people, SECONDS);
      results[`${point.name}|${side}`] = { ...result, control: perSecond };
      console.log(point.name.padEnd(26), side.padEnd(6), result.perSecond.toFixed(1), "/s");
    }
  return results;
}

/** Userinfo at half of what it can do, in slices of two seconds: before, and while what expired is removed. */
async function measurePurge({ stack, sql, ours, perSecond }) {
  const tokens = await hold(ours.provider, ours.people);
  const limits = { seconds: SLICE_SECONDS, rate: perSecond / 2 };
  const slice = () => userinfo(ours.provider, tokens, limits);
  const before = [];
  stack.parts.worker.start();
  await stack.parts.worker.ready();
  await sleep(WORKER_STARTS_MS);
  for (let n = 0; n < QUIET_SLICES; n++) before.push(await slice());
  await expireSome(sql);
  const expired = await countExpired(sql);
  await sql`select graphile_worker.add_job('connect.purge', '{}'::json)`;
  const startedAt = Date.now();
  const during = [];
  do during.push(await slice());
  while ((await countExpired(sql)) > 0 && during.length < MOST_SLICES);
  const seconds = (Date.now() - startedAt) / 1_000;
  return { expired, left: await countExpired(sql), seconds, before, during };
}

async function measureAll({ stack, settings, sql, bare }) {
  const [busy] = loadavg();
  const redirectUri = `${settings.partnerUrl}/retour`;
  const pid = stack.parts.web.pid();
  const provider = { base: settings.connectUrl, pid, redirectUri, hasForms: true };
  const ours = { provider: { ...provider, isKept: (name) => name === "appareil" } };
  ours.people = await welcome(ours.provider);
  const sides = { ours, bare: { provider: bare, people: await welcome(bare) } };
  await stack.parts.worker.stop();
  const control = await openControl();
  await measureRound(sides, control);
  const rounds = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await measureRound(sides, control));
  control.close();
  const { perSecond } = rounds.at(-1)["Userinfo call|ours"];
  const purge = await measurePurge({ stack, sql, ours, perSecond });
  return { names: POINTS.map(({ name }) => name), rounds, purge, busy, seconds: SECONDS };
}

/** `npm run bench:connect`: rewrites docs/performance-connect.md. */
export async function runBench() {
  const { stack, settings, sql, close } = await openInstallation();
  let bare = null;
  try {
    const startedAt = Date.now();
    await generate(sql);
    console.log(`Données : ${Math.round((Date.now() - startedAt) / 1_000)} s`);
    await stack.start();
    bare = await openBare(settings.port + 5, `${settings.partnerUrl}/retour`);
    const text = report(await measureAll({ stack, settings, sql, bare }));
    console.log(`\n${text}`);
    writeFileSync(REPORT, text);
    spawnSync("biome", ["format", "--write", REPORT]);
  } finally {
    bare?.stop();
    await close();
  }
}
