import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HEIC, PDF, photo } from "../db/test/samples";
import { expectAccessible } from "./support/axe";
import { protocolOf } from "./support/browsers";
import { expect, type Page, test } from "./support/test";

const PROCEDURE = "/demarches/probleme-espace-public?commune=69029";
const heic = { name: "IMG_0042.heic", mimeType: "", buffer: HEIC };

/** A photo that lasts: three megabytes more, in a file of its own, as a person would choose it again. */
async function bigPhoto() {
  const { project, testId } = test.info();
  // Not the test's own folder: it has accents, which Chromium cannot read in the C locale.
  const folder = join(project.outputDir, testId);
  const path = join(folder, "devis.jpg");
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true });
  await writeFile(path, Buffer.concat([await photo(), Buffer.alloc(3_000_000)]));
  return path;
}

const next = (page: Page) => page.getByRole("button", { name: "Continuer" }).last().click();
const chooser = (page: Page) => page.getByLabel(/Photos/).and(page.locator("[type=file]"));
const row = (page: Page, name: string | RegExp) =>
  page.getByRole("listitem").filter({ hasText: name });
const search = (page: Page) => page.getByRole("combobox", { name: "Adresse la plus proche" });

/** The step that asks for a place and photos, filed without an account. */
async function openStep(page: Page) {
  await page.goto(PROCEDURE);
  await page.getByRole("button", { name: "Commencer la démarche" }).click();
  await page.getByLabel(/Trou/).check();
  await page.getByLabel("Décrivez le problème").fill("Un trou devant le passage.");
  await next(page);
  await expect(page.getByRole("heading", { level: 1, name: "L’endroit" })).toBeVisible();
}

const sendPhoto = async (page: Page) =>
  chooser(page).setInputFiles({ name: "trou.jpg", mimeType: "image/jpeg", buffer: await photo() });

/** Bytes a second that this page may send. */
async function slowDown(page: Page, uploadThroughput: number) {
  const session = await protocolOf(page);
  await session.send("Network.enable");
  const conditions = { offline: false, latency: 10, downloadThroughput: -1, uploadThroughput };
  await session.send("Network.emulateNetworkConditions", conditions);
}

async function sendBig(page: Page) {
  await slowDown(page, 300_000);
  await chooser(page).setInputFiles(await bigPhoto());
  await expect(row(page, "devis.jpg")).toContainText(/Envoi en cours\s: [1-9]/);
}

test("une photo part dès qu’elle est choisie, s’ouvre, se retire", async ({ page, openAs }) => {
  await openStep(page);
  await sendPhoto(page);
  await expect(row(page, "trou.jpg")).toContainText("Reçu");
  const address = await page.getByRole("link", { name: "trou.jpg" }).getAttribute("href");
  const response = await page.request.get(address ?? "");
  expect(response.headers()["content-security-policy"]).toContain("sandbox");
  const stranger = await openAs(null);
  expect((await stranger.goto(address ?? ""))?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "Fichier introuvable." })).toBeVisible();

  await page.getByRole("button", { name: "Retirer trou.jpg" }).click();
  await expect(row(page, "trou.jpg")).toBeHidden();
  await expect(chooser(page)).toBeFocused();
  await expect.poll(async () => (await page.request.get(address ?? "")).status()).toBe(404);
});

test("une photo que personne ne peut lire est refusée avec ce qu’il faut envoyer", async ({
  page,
}) => {
  await openStep(page);
  await chooser(page).setInputFiles(heic);
  await expect(row(page, heic.name)).toContainText("Envoyez un JPG ou un PNG.");
  await chooser(page).setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: PDF });
  await expect(row(page, "photo.jpg")).toContainText("Ce format ne peut pas être lu.");
  await expectAccessible(page);
});

test("une photo choisie avant que la page ne soit vivante part aussi", async ({ page }) => {
  await openStep(page);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1, name: "L’endroit" })).toBeVisible();
  await sendPhoto(page);
  release();
  await expect(row(page, "trou.jpg")).toContainText("Reçu");
});

test("un envoi coupé reprend seul, puis après un rechargement", async ({ page }) => {
  let isCut = true;
  await page.route("**/api/uploads/*", (route) => (isCut ? route.abort() : route.continue()));
  await openStep(page);
  // Alive: several files are offered. What is chosen before has a test of its own.
  await expect(chooser(page)).toHaveAttribute("multiple");
  await slowDown(page, 300_000);
  await chooser(page).setInputFiles(await bigPhoto());
  await expect(row(page, "devis.jpg")).toContainText("L’envoi reprendra tout seul");
  isCut = false;
  await expect(row(page, "devis.jpg")).toContainText(/Envoi en cours\s: [2-9]\d/);

  await page.reload();
  await expect(row(page, "devis.jpg")).toContainText("Envoi interrompu");
  const resumed = page.waitForRequest((request) => request.method() === "PATCH");
  await sendBig(page);
  expect(Number((await resumed).headers()["upload-offset"])).toBeGreaterThan(0);
  await slowDown(page, -1);
  await expect(row(page, "devis.jpg")).toContainText("Reçu");
});

test("le formulaire attend le fichier en route, puis part", async ({ page }) => {
  await openStep(page);
  await search(page).fill("12 rue de la marne");
  await page.getByRole("option", { name: /Bron/ }).click();
  await page.getByLabel("Non").check();
  await sendBig(page);
  await next(page);
  await expect(
    page.getByText("Vos réponses partiront dès que l’envoi sera terminé."),
  ).toBeVisible();
  await slowDown(page, -1);
  await expect(page.getByRole("heading", { level: 1, name: "Vous" })).toBeVisible({
    timeout: 30_000,
  });
});

test("une adresse se choisit au clavier dans la liste", async ({ page }) => {
  await openStep(page);
  await search(page).fill("12 rue de la mar");
  await expect(page.getByRole("option")).toHaveCount(3);
  await expect(page.getByText("3 adresses proposées.")).toBeVisible();
  await search(page).press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await search(page).pressSequentially("s");
  await expect(page.getByRole("option")).toHaveText(["12 rue de la Marseillaise, 69500 Bron"]);
  await search(page).press("Enter");
  await expect(search(page)).toHaveValue("12 rue de la Marseillaise, 69500 Bron");
  await page.getByLabel("Non").check();
  await next(page);
  await expect(page.getByRole("heading", { level: 1, name: "Vous" })).toBeVisible();
});

test("une adresse inconnue s’écrit à la main, et une partie fausse se montre", async ({ page }) => {
  let isDown = false;
  await page.route("**/api/v1/addresses*", (route) =>
    isDown ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await openStep(page);
  await search(page).fill("12 rue de la mar");
  await expect(page.getByRole("option")).toHaveCount(3);
  // Below an open list: what is pressed must not move away from under the pointer.
  await page.getByLabel("Non").check();
  isDown = true;
  await search(page).fill("3 impasse inconnue");
  await expect(page.getByText("La recherche d’adresse ne répond pas.")).toBeVisible();
  await next(page);
  await page.getByRole("link", { name: "Écrivez les 5 chiffres du code postal" }).click();
  await expect(page.getByLabel("Code postal")).toBeFocused();
  await expect(page.getByLabel("Numéro et rue")).toHaveValue("3 impasse inconnue");
  await page.getByLabel("Code postal").fill("69500");
  await page.getByLabel("Commune").fill("Bron");
  await next(page);
  await expect(page.getByRole("heading", { level: 1, name: "Vous" })).toBeVisible();
});

/** Opens the page again, whose code stays on its way until it is let through. */
async function reloadAsleep(page: Page) {
  let wakeUp = () => {};
  const isLetThrough = new Promise<void>((resolve) => {
    wakeUp = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await page.reload({ waitUntil: "domcontentloaded" });
  return async () => {
    wakeUp();
    await expect(chooser(page)).toHaveJSProperty("multiple", true);
  };
}

test("ce qui est fait avant que la page soit prête n’est pas perdu", async ({ page }) => {
  await openStep(page);
  await next(page);
  const link = page.getByRole("link", { name: "Écrivez les 5 chiffres du code postal" });
  await expect(link).toBeVisible();
  const wakeUp = await reloadAsleep(page);
  await page.getByLabel("Numéro et rue").fill("3 impasse inconnue");
  await link.click();
  await page.keyboard.type("695");
  await wakeUp();
  await expect(page.getByLabel("Code postal")).toBeFocused();
  await page.keyboard.type("00");
  await page.getByLabel("Commune").fill("Bron");
  await expect(page.getByLabel("Numéro et rue")).toHaveValue("3 impasse inconnue");
  await expect(page.getByLabel("Code postal")).toHaveValue("69500");
});

test("une rue tapée avant que la page soit prête est cherchée", async ({ page }) => {
  await openStep(page);
  const wakeUp = await reloadAsleep(page);
  await search(page).fill("12 rue de la mar");
  await wakeUp();
  await expect(page.getByRole("option")).toHaveCount(3);
});

test.describe("sans JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("un fichier refusé n’emporte rien, un bon est gardé et se retire", async ({ page }) => {
    await openStep(page);
    await page.getByLabel("Numéro et rue").fill("12 rue de la Marne");
    await chooser(page).setInputFiles(heic);
    await next(page);
    await expect(page.getByText("Envoyez un JPG ou un PNG.").first()).toBeVisible();
    await expect(page.getByLabel("Numéro et rue")).toHaveValue("12 rue de la Marne");
    await sendPhoto(page);
    await next(page);
    await expect(row(page, "trou.jpg")).toContainText("Reçu");
    await page.getByRole("button", { name: "Retirer trou.jpg" }).click();
    await expect(row(page, "trou.jpg")).toBeHidden();
  });
});
