import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfOlder } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";

// Against a suite that hangs; on two slow cores journeys alone take ten minutes.
const SUITE_MS = 20 * 60_000;

const results = mkdtempSync(join(tmpdir(), "guichet-results-"));
const running = new Set();

/** Resolves to the exit code. Output goes straight to ours, or all at once when others run beside. */
function run(command, args, { env = {}, isBeside = false } = {}) {
  const output = isBeside ? "pipe" : "inherit";
  const child = spawn(command, args, {
    stdio: ["inherit", output, output],
    env: { ...process.env, ...env },
    timeout: SUITE_MS,
  });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => said.push(data));
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", (code) => {
      running.delete(child);
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

const reportOf = (name) => {
  const path = join(results, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
};

const CHECKS = ["check:style", "check:types", "check:deps", "check:structure"];

async function check() {
  const codes = await Promise.all(
    CHECKS.map((name) => run("npm", ["run", "--silent", name], { isBeside: true })),
  );
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: CHECKS.length - failed, failed };
}

/** A suite that crashed has failed once, whatever its report says. */
const counted = (code, passed, failed) => ({
  passed,
  failed: failed === 0 && code !== 0 ? 1 : failed,
});

async function vitest(...projects) {
  const name = `${projects.join("-")}.json`;
  const reporters = [
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${join(results, name)}`,
  ];
  const chosen = projects.map((project) => `--project=${project}`);
  const code = await run("vitest", ["run", ...chosen, ...reporters]);
  const report = reportOf(name);
  return counted(code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

/** The modules of the OpenID Foundation's plans, one test each. */
async function conformance() {
  const outcome = await vitest("conformance");
  const tests =
    reportOf("conformance.json")?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const modules = tests.filter(({ title, status }) => /^oidcc-/.test(title) && status === "passed");
  console.log(`  OpenID conformance: ${modules.length} modules passed`);
  return outcome;
}

async function build() {
  try {
    await buildIfOlder({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
    const code = await run("npm", ["run", "--silent", "check:weight"]);
    return code === 0 ? { passed: 2, failed: 0 } : { passed: 1, failed: 1 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

async function inBrowser(config) {
  ensureChromium();
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, `${config}.json`) };
  const code = await run("playwright", ["test", "-c", config, "--reporter=list,json"], { env });
  const {
    expected = 0,
    flaky = 0,
    unexpected = 0,
    skipped = 0,
  } = reportOf(`${config}.json`)?.stats ?? {};
  if (flaky > 0) console.log(`  ${flaky} passed at the second try only`);
  return counted(code, expected + flaky, unexpected + skipped);
}

const SUITES = {
  check,
  unit: () => vitest("rules", "database"),
  conformance,
  build,
  journeys: () => inBrowser("playwright.config.ts"),
  faults: () => inBrowser("playwright.faults.config.ts"),
};

const stopAll = () => {
  for (const child of running) child.kill("SIGTERM");
};

/** `npm test`: every suite, then one line over all of them. A suite that ran nothing has failed. */
export async function runSuites() {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stopAll);
  const total = { passed: 0, failed: 0 };
  for (const [name, suite] of Object.entries(SUITES)) {
    const startedAt = Date.now();
    console.log(`\n— ${name}`);
    const { passed, failed } = await suite().catch((error) => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    const ranNothing = passed + failed === 0;
    if (ranNothing) console.error(`${name} ran nothing`);
    total.passed += passed;
    total.failed += failed + (ranNothing ? 1 : 0);
    console.log(`  ${name}: ${Math.round((Date.now() - startedAt) / 1_000)} s`);
  }
  rmSync(results, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
