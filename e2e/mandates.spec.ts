import { createAccount, newAddress, typeSignIn } from "./support/accounts";
import { expectStep, next } from "./support/filing";
import { addresses, expect, type Page, test } from "./support/test";

const { connect, portal } = addresses();
const PERSON = "usager.vaulx@exemple.fr";
const MANDATES = `${connect}/compte/mandats`;

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

const banner = (page: Page) => page.getByRole("region", { name: "Mandat" });

async function askForHelp(page: Page, helper: string) {
  await page.goto(MANDATES);
  await page.getByRole("link", { name: "Demander de l’aide à quelqu’un" }).click();
  await press(page, "Envoyer ma proposition");
  await expect(page.getByRole("alert")).toContainText("Choisissez au moins un service.");
  await page.getByLabel("Courriel de la personne qui vous aidera").fill(helper);
  await page.getByLabel("Un proche").check();
  await page.getByLabel("Le Guichet", { exact: true }).check();
  await page.getByLabel("Trois mois").check();
  await press(page, "Envoyer ma proposition");
  await expect(page.getByRole("status")).toContainText("votre proposition est partie");
}

async function accept(page: Page) {
  await page.goto(MANDATES);
  await page.getByRole("link", { name: /Fatoumata Diallo souhaite/ }).click();
  await expect(page.getByText("Ce mandat")).toBeVisible();
  await press(page, "Accepter ce mandat");
  await expect(page.getByRole("status")).toContainText("le mandat est accepté");
}

async function actForPerson(page: Page) {
  await page.getByRole("link", { name: "Agir dans Le Guichet" }).click();
  await expect(page.getByLabel("Pour Fatoumata Diallo")).toBeChecked();
  await press(page, "Continuer");
  await expect(banner(page)).toContainText("vous agissez pour Fatoumata Diallo");
}

/** The shortest procedure, filled with what is the person’s. */
async function fileRequest(page: Page) {
  await page.goto(`${portal}/demarches/demande-information?commune=69256`);
  await press(page, /Commencer/);
  await expectStep(page, "Votre question");
  await page.getByLabel("Votre question", { exact: true }).fill("Où trouver la piscine ?");
  await next(page);
}

test("somebody helps a person, files in their name with both names, until the person stops it", async ({
  page,
  openAs,
  mailTo,
}) => {
  const helper = newAddress("aidant");
  const person = await openAs(PERSON, { fresh: true });
  await askForHelp(person, helper);
  expect((await mailTo(helper)).subject).toContain("On vous propose un mandat");

  await createAccount(page, mailTo, helper);
  await accept(page);
  await actForPerson(page);
  await fileRequest(page);
});
