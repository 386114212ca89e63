// Takes the pictures of docs/screens/ from a running demo: `npm start`, then `npm run screens`.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { DEMO_PASSWORD } from "../db/seed/demo-accounts.ts";
import { formatTypedDay } from "../lib/format/date.ts";
import { CHROMIUM_ARGS, findChromium } from "./lib/chromium.mjs";

const PORTAL = process.env.PORTAL_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const FOLDER = "docs/screens";
const WIDTHS = [390, 1280];
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** 2027-03-27 as people type it, that many days from now. */
const inDays = (days) =>
  formatTypedDay(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));

const press = (page, name) => page.getByRole("main").getByRole("button", { name }).click();

async function signIn(page, email) {
  await page.goto(`${PORTAL}/se-connecter`);
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  const reminder = "/connexion/protection";
  await page.waitForURL((url) => url.href.startsWith(PORTAL) || url.pathname === reminder);
  if (page.url().includes(reminder)) await page.getByRole("link", { name: "Plus tard" }).click();
  await page.waitForURL(`${PORTAL}/**`);
}

async function takePicture(page, name) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const png = await page.screenshot({ fullPage: true });
    await sharp(png).png({ palette: true }).toFile(`${FOLDER}/${name}-${width}.png`);
  }
  console.log(name);
}

/** A request to park a removal lorry, up to its check-answers page; discarded afterwards. */
async function fileRequest(page) {
  await page.goto(`${PORTAL}/demarches/stationnement-demenagement?commune=69029`);
  await takePicture(page, "procedure");
  await press(page, /Commencer/);
  await page.getByLabel("Pour mon déménagement").check();
  await press(page, "Continuer");
  await page.getByRole("combobox").first().pressSequentially("12 rue de la mar");
  await page.getByRole("option", { name: /Bron/ }).first().click();
  await page.getByLabel("Du", { exact: true }).fill(inDays(27));
  await page.getByLabel("Au", { exact: true }).fill(inDays(28));
  await page.getByLabel("Toute la journée").check();
  await takePicture(page, "form-step");
  await press(page, "Continuer");
  await page.getByLabel("Un camion (de 12 à 30 m³)").check();
  await page.getByLabel("Longueur à réserver").fill("8");
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "facture-electricite.pdf", mimeType: "application/pdf", buffer: PDF });
  await page.getByText(/Reçu/).first().waitFor();
  await press(page, "Continuer");
  await page.getByRole("heading", { level: 1, name: /Vérifiez/ }).waitFor();
  await takePicture(page, "recap");
  await page.goto(new URL("supprimer", page.url()).href);
  await press(page, "Supprimer ce brouillon");
  await page.waitForURL(/mes-demandes\/?(\?.*)?$/);
}

async function ofResident(page) {
  await signIn(page, "usager.bron@exemple.fr");
  await page.goto(`${PORTAL}/c/69029`);
  await press(page, /J’habite Bron/);
  await page.waitForLoadState("networkidle");
  await page.goto(PORTAL);
  await takePicture(page, "home");
  await page.goto(`${PORTAL}/mes-demandes`);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Complément demandé" })
    .getByRole("link")
    .first()
    .click();
  await page.getByText("Où en est ma demande").waitFor();
  await takePicture(page, "request");
  await page.goto(`${PORTAL}/mes-donnees`);
  await takePicture(page, "consents");
  await fileRequest(page);
}

async function ofAgent(page) {
  await signIn(page, "agent.bron@exemple.fr");
  await page.goto(`${PORTAL}/agents/demandes`);
  await takePicture(page, "queue");
  await page.getByRole("table").getByRole("link").first().click();
  await page.waitForURL("**/agents/demandes/*");
  await takePicture(page, "queued-request");
}

mkdirSync(FOLDER, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const visit of [ofResident, ofAgent]) {
    const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
    await visit(await context.newPage());
    await context.close();
  }
} finally {
  await browser.close();
}
