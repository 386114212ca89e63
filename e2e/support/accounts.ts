import { send } from "./forms";
import { addresses, codeIn, expect, type Page, type test } from "./test";

export const PASSWORD = "cormoran vélo tiroir";
export const OTHER_PASSWORD = "tambour lilas fenêtre";

export const newAddress = (name: string) =>
  `${name}.${Date.now()}.${Math.random().toString(36).slice(2, 7)}@exemple.fr`;

export type MailTo = Parameters<Parameters<typeof test>[2]>[0]["mailTo"];

/** On the sign-up form that this page shows. */
export async function fillSignUp(page: Page, email: string) {
  await page.getByLabel("Prénom").fill("Léa");
  await page.getByLabel("Nom", { exact: true }).fill("Fontaine");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByLabel("J’accepte les conditions").check({ force: true });
  await page.getByRole("button", { name: "Créer mon compte" }).click();
}

export async function typeCode(page: Page, code: string, verb = "Vérifier mon adresse") {
  await page.getByLabel(/^Code à/).fill(code);
  await page.getByRole("button", { name: verb }).click();
}

/** An account of one's own, for whoever has something else to prove; this page ends on « Mon compte ». */
export async function createAccount(page: Page, mailTo: MailTo, email: string) {
  const { connect } = addresses();
  const asker = page.context().request;
  const asked = await send(asker, await asker.get(`${connect}/inscription`), {
    givenName: "Léa",
    familyName: "Fontaine",
    email,
    password: PASSWORD,
    terms: "oui",
  });
  await send(asker, asked, { code: codeIn(await mailTo(email)) });
  await page.goto(`${connect}/compte`);
  await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
}

type Typed = { password?: string; isShared?: boolean };

/** On the sign-in form that this page shows. */
export async function typeSignIn(
  page: Page,
  email: string,
  { password = PASSWORD, isShared = false }: Typed = {},
) {
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  if (isShared) await page.getByLabel("Cet appareil est partagé").check({ force: true });
  await page.getByRole("button", { name: "Se connecter" }).click();
}
