import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Of two such lists the last one counts: what Playwright leaves out, then what its windows do for nobody. */
const FEATURES_OUT = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
];

/** Says nothing to anybody but the pages it is sent to. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${FEATURES_OUT.join(",")}`,
  // From one host to the other and back in one process: a new one each time costs as much as the page.
  "--disable-site-isolation-trials",
  "--renderer-process-limit=1",
];

/** The system's Chromium, else the one Playwright has downloaded, else null. */
export const findChromium = () =>
  [process.env.CHROMIUM_PATH ?? "", ...SYSTEM, chromium.executablePath()].find(existsSync) ?? null;

const run = (command, ...args) =>
  spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  }).status === 0;

/** Installs a Chromium when there is none: as root on Debian its package, else Playwright's. */
export function ensureChromium() {
  if (findChromium()) return;
  console.log("Installation de Chromium pour les tests…");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", "update", "-qq");
    if (run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")) return;
  }
  run(process.execPath, "node_modules/@playwright/test/cli.js", "install", "chromium");
  if (!findChromium()) throw new Error("no Chromium: install one, or give CHROMIUM_PATH");
}
