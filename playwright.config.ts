import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./scripts/lib/chromium.mjs";

const executablePath = findChromium();

export default defineConfig({
  testDir: "e2e",
  testIgnore: ["faults/**", "conformance/**", "clients/**"],
  globalSetup: "./e2e/support/global-setup.ts",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A journey that fails once on a busy machine is told as flaky; twice, it has failed.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  use: {
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
});
