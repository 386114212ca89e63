import { expect, type Page } from "@playwright/test";

const PROCEDURE = "/demarches/stationnement-demenagement?commune=69029";

export const next = (page: Page) => page.getByRole("button", { name: "Continuer" }).last().click();

/** The h1 of a step, which says that its page is there. */
export const expectStep = (page: Page, name: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

export async function start(page: Page) {
  await page.goto(PROCEDURE);
  await page.getByRole("button", { name: "Commencer la démarche" }).click();
  await expectStep(page, "Vous");
}

/** The tracking code, wherever it is shown large. */
export const code = (page: Page) => page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
