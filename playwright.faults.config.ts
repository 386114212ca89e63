import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

const { globalSetup: _, ...shared } = journeys;

/** These tests break an installation of their own, one fault at a time. */
export default defineConfig({
  ...shared,
  testDir: "e2e/faults",
  testIgnore: [],
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
});
