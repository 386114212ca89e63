import { codeIn, expect, type Page, test } from "./test";

export const PASSWORD = "cormoran vélo tiroir";

export const newAddress = (name: string) =>
  `${name}.${Date.now()}.${Math.random().toString(36).slice(2, 7)}@exemple.fr`;

/** One person certifies one account: each test has its own, and another one for its second try. */
export const somebody = (names: readonly string[]) => names[test.info().retry] ?? names[0] ?? "";

export const withFranceConnect = (page: Page) =>
  page.getByRole("button", { name: "S’identifier avec FranceConnect" });

export async function choose(page: Page, name: string) {
  await page.getByLabel(/^Chercher un nom/).fill(name);
  await page.getByRole("button", { name: "Chercher" }).click();
  await page
    .getByRole("button", { name: new RegExp(name, "i") })
    .last()
    .click();
}

export async function identifyAs(page: Page, name: string) {
  await withFranceConnect(page).click();
  await choose(page, name);
}

export async function giveAddress(page: Page, email: string) {
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("J’accepte les conditions").check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
}

export async function typeCode(page: Page, code: string) {
  await page.getByLabel(/^Code à/).fill(code);
  await page.getByRole("button", { name: "Vérifier mon adresse" }).click();
}

type MailTo = Parameters<Parameters<typeof test>[2]>[0]["mailTo"];

/** An account of before FranceConnect: names as typed, a password. */
export async function signUp(page: Page, email: string, mailTo: MailTo) {
  await page.goto("/inscription");
  await page.getByLabel("Prénom").fill("Léa");
  await page.getByLabel("Nom", { exact: true }).fill("Fontaine");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByLabel("J’accepte les conditions").check({ force: true });
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await typeCode(page, codeIn(await mailTo(email)));
  await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
}

export async function signOut(page: Page) {
  await page.goto("/compte");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("status")).toContainText("votre session est fermée");
}

export const certified = (page: Page) => page.getByText(/^Certifiée par FranceConnect le /);

export async function certify(page: Page, name: string) {
  await page.getByRole("link", { name: /^Certifier mon identité/ }).click();
  await identifyAs(page, name);
}
