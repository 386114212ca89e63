import { expect, type Page, test } from "./test";

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

/** FranceConnect asks who they are, as of anybody. */
export async function expectForgotten(page: Page) {
  await expect(page.getByRole("heading", { name: "Choisissez une identité" })).toBeVisible();
  await expect(page.getByText(/^Vous êtes déjà identifié/)).toHaveCount(0);
}
