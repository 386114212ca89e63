import { createAccount, newAddress } from "./support/accounts";
import { expectStep, next } from "./support/filing";
import { addresses, expect, type Page, test } from "./support/test";

const { connect, portal } = addresses();
test.use({ baseURL: connect });

const PERSON = "usager.vaulx@exemple.fr";
const MANDATES = `${connect}/compte/mandats`;

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

const banner = (page: Page) => page.getByRole("region", { name: "Mandat" });

async function askForHelp(page: Page, helper: string) {
  await page.goto(MANDATES);
  await page.getByRole("link", { name: "Demander de l’aide à quelqu’un" }).click();
  await press(page, "Envoyer ma proposition");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Choisissez au moins un service.",
  );
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
  await press(page, "Accepter ce mandat");
  await expect(page.getByRole("status")).toContainText("le mandat est accepté");
}

async function actForPerson(page: Page) {
  await page.getByRole("link", { name: "Agir dans Le Guichet" }).click();
  await expect(page.getByLabel("Pour Fatoumata Diallo")).toBeChecked();
  await press(page, "Continuer");
  await expect(banner(page)).toContainText("vous agissez pour Fatoumata Diallo");
}

/** A short procedure, filled with what is the person’s. */
async function fileRequest(page: Page) {
  await page.goto(`${portal}/demarches/demande-information?commune=69256`);
  await press(page, /Commencer/);
  await expectStep(page, "Votre question");
  await page.getByLabel("Sujet").fill("La piscine");
  await page.getByLabel("Votre question", { exact: true }).fill("Quand ouvre-t-elle ?");
  await next(page);
  await expectStep(page, "Vous");
  await expect(page.getByLabel("Prénom")).toHaveValue("Fatoumata");
  await page.getByLabel("Par courriel").check();
  await next(page);
  await expectStep(page, "Vérifiez votre demande");
  await page.getByLabel(/Je déclare/).check();
  await press(page, "Envoyer ma demande à la Ville de Vaulx-en-Velin");
  await expect(page.getByRole("heading", { name: "Votre demande est envoyée" })).toBeVisible();
  return page.url().replace("/envoyee", "");
}

const BOTH = "par Léa Fontaine, pour Fatoumata Diallo";

test("somebody helps a person and files in their name with both names, until the person stops it", async ({
  page,
  openAs,
  mailTo,
}) => {
  const helper = newAddress("aidant");
  await createAccount(page, mailTo, helper);
  const person = await openAs(PERSON, { fresh: true, baseURL: portal });
  await askForHelp(person, helper);
  await mailTo(helper, { subject: /On vous propose un mandat/ });
  await accept(page);
  await actForPerson(page);
  const request = await fileRequest(page);
  await page.goto(request);
  await expect(page.getByText(BOTH)).toBeVisible();
  await page.goto(`${portal}/mes-donnees`);
  await expect(page.getByRole("heading", { name: "Les données de Fatoumata" })).toBeVisible();

  await person.goto(request);
  await expect(person.getByText(BOTH)).toBeVisible();
  await person.goto(MANDATES);
  await person.getByRole("button", { name: /^Arrêter.*Léa Fontaine/ }).click();
  await expect(person.getByRole("status")).toContainText("le mandat est arrêté");
  await page.goto(request);
  await expect(page.getByRole("heading", { name: "Ce mandat est terminé" })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
});

test("sans JavaScript, un parent choisit un enfant de son foyer dans une inscription", async ({
  openAs,
  mailTo,
}) => {
  const page = await openAs(null, { javaScriptEnabled: false });
  const email = newAddress("parent");
  await createAccount(page, mailTo, email);
  await page.goto(`${connect}/compte/foyer/ajouter`);
  await page.getByLabel("Prénom").fill("Inès");
  await page.getByLabel("Nom de naissance").fill("Fontaine");
  await page.getByLabel("Date de naissance").fill("14/05/2021");
  await page.getByLabel("Lieu de naissance").fill("Bron");
  await press(page, "Ajouter à mon foyer");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("autorité parentale");
  await page.getByLabel(/sur l’honneur/).check();
  await press(page, "Ajouter à mon foyer");
  await expect(page.getByRole("status")).toContainText("l’enfant est dans votre foyer");

  await page.goto(`${portal}/se-connecter?retour=/demarches/inscription-scolaire?commune=69029`);
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await press(page, /Commencer/);
  await page.getByLabel("Nom de naissance").fill("Déjà écrit");
  await page.getByRole("button", { name: "Choisir parmi les enfants de mon foyer" }).click();
  await page.getByLabel(/^Enfants de mon foyer/).check();
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(page.getByLabel("Nom de naissance").first()).toHaveValue("Déjà écrit");
  await page.getByRole("button", { name: /^Inès Fontaine/ }).click();
  await expect(page.getByLabel("Prénom").last()).toHaveValue("Inès");
  await expect(page.getByLabel("Date de naissance").last()).toHaveValue("14/05/2021");
  await expect(page.getByRole("button", { name: /^Inès Fontaine/ })).toHaveCount(0);
});
