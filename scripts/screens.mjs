// Takes the pictures of docs/screens/ from a running demo: `npm start`, then `npm run screens`.
import { chromium } from "@playwright/test";
import { DEMO_PASSWORD } from "../db/seed/demo-accounts.ts";
import { CHROMIUM_ARGS, findChromium } from "./lib/chromium.mjs";

const PORTAL = process.env.PORTAL_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const FOLDER = "docs/screens";
const RESIDENT = "usager.bron@exemple.fr";
const AGENT = "agent.bron@exemple.fr";
const WIDTHS = [390, 1280];

const main = (page) => page.getByRole("main");

async function signIn(page, email) {
  await page.goto(`${PORTAL}/se-connecter`);
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(`${PORTAL}/**`);
}

const picture = (page, name, width, options = {}) =>
  page.screenshot({ path: `${FOLDER}/${name}-${width}.png`, fullPage: true, ...options });
