import { createAccount, newAddress, PASSWORD, typeCode } from "./support/accounts";
import { expectAccessible } from "./support/axe";
import {
  certified,
  certify,
  choose,
  expectForgotten,
  giveAddress,
  identifyAs,
  signOut,
  somebody,
  withFranceConnect,
} from "./support/franceconnect";
import { addresses, codeIn, expect, linkIn, test } from "./support/test";

const { connect, portal, franceConnect } = addresses();

test.use({ baseURL: connect });

type Who = (role: string) => string;

function arriving(who: Who) {
  test("somebody creates an account, and comes in again without any question", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("nouveau");
    await page.goto("/inscription");
    await identifyAs(page, who("new"));
    await expect(page.getByRole("heading", { name: /^Bonjour/ })).toBeVisible();
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByRole("alert", { name: /problème|corriger/ })).toContainText(
      "acceptez les conditions",
    );
    await giveAddress(page, email);
    await typeCode(page, codeIn(await mailTo(email)));
    await expect(certified(page)).toBeVisible();
    await expect(page.getByText("Aucun", { exact: true })).toBeVisible();

    await signOut(page);
    await withFranceConnect(page).click();
    await expectForgotten(page);
    await choose(page, who("new"));
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
    await expect(page.getByText(email)).toBeVisible();
  });
}

function joining(who: Who) {
  test("an address that has an account: its password joins FranceConnect to it", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("mot-de-passe");
    await createAccount(page, mailTo, email);
    await signOut(page);
    await identifyAs(page, who("password"));
    await giveAddress(page, email);
    await page.getByText("J’ai déjà un compte avec cette adresse").click();
    await page.getByLabel("Mot de passe", { exact: true }).fill("ce n’est pas lui");
    await page.getByRole("button", { name: /^Rattacher FranceConnect/ }).click();
    await expect(page.getByRole("alert", { name: /problème|corriger/ })).toContainText(
      "ne correspond pas",
    );
    await page.getByText("J’ai déjà un compte avec cette adresse").click();
    await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: /^Rattacher FranceConnect/ }).click();
    await expect(certified(page)).toBeVisible();
    await expect(page.getByText("Léa Fontaine")).toHaveCount(0);
    await mailTo(email, { subject: /FranceConnect est rattaché/ });
  });

  test("or its mailbox does, by the link of a mail", async ({ page, openAs, mailTo }) => {
    const email = newAddress("lien");
    await createAccount(page, mailTo, email);
    await signOut(page);
    await identifyAs(page, who("link"));
    await giveAddress(page, email);
    const link = linkIn(await mailTo(email, { subject: /Rattacher FranceConnect/ }));
    const phone = await openAs(null);
    await phone.goto(link);
    await expect(phone.getByRole("heading", { name: /n’est pas ouverte ici/ })).toBeVisible();

    await page.goto(link);
    await page.getByRole("button", { name: "Rattacher à mon compte" }).click();
    await expect(certified(page)).toBeVisible();
    await expect(page.getByText(email)).toBeVisible();
  });
}

function certifying(who: Who) {
  test("somebody certifies their account: locked, and signed out of FranceConnect", async ({
    page,
    mailTo,
  }) => {
    await createAccount(page, mailTo, newAddress("certifie"));
    await certify(page, who("certify"));
    await expect(page.getByRole("status")).toContainText("certifiée par FranceConnect");
    await expect(certified(page)).toBeVisible();
    await expect(page.getByRole("link", { name: /Modifier.*mon identité/ })).toHaveCount(0);
    expect((await page.request.get("/compte/identite")).status()).toBe(404);

    await signOut(page);
    await withFranceConnect(page).click();
    await expectForgotten(page);
  });

  test("a second account of the same person is refused; they choose which one is certified", async ({
    page,
    mailTo,
  }) => {
    const [first, second] = [newAddress("premier"), newAddress("second")];
    await createAccount(page, mailTo, first);
    await certify(page, who("twice"));
    await signOut(page);
    await createAccount(page, mailTo, second);
    await certify(page, who("twice"));
    await expect(
      page.getByRole("heading", { name: "Vous avez déjà un compte certifié" }),
    ).toBeVisible();
    await expect(page.getByText(first)).toBeVisible();
    // axe is a script.
    if (test.info().titlePath.includes("with JavaScript")) await expectAccessible(page);
    await page.getByRole("button", { name: "Certifier ce compte-ci" }).click();
    await expect(page.getByRole("status")).toContainText("certifiée par FranceConnect");
    await expect(page.getByText(second)).toBeVisible();
    await mailTo(first, { subject: /n’ouvre plus ce compte/ });

    await page.goto("/connexion");
    await signOut(page);
    await page.goto("/inscription");
    await identifyAs(page, who("twice"));
    await expect(page.getByText(second)).toBeVisible();
  });

  test("a presumed date of birth survives, from FranceConnect to the account", async ({
    page,
    mailTo,
  }) => {
    await createAccount(page, mailTo, newAddress("presumee"));
    await certify(page, who("presumed"));
    await expect(certified(page)).toBeVisible();
    await expect(
      page
        .locator("dt", { hasText: "Date de naissance" })
        .locator("xpath=following-sibling::dd[1]"),
    ).toContainText(/^(1965|1972|1988|juillet.1958)$/);
  });
}

function elsewhere(who: Who) {
  test("from the portal, FranceConnect leads back to where they were going", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("portail");
    await page.goto(`${portal}/se-connecter?retour=/mes-demandes`);
    await identifyAs(page, who("portal"));
    await giveAddress(page, email);
    await typeCode(page, codeIn(await mailTo(email)));
    await expect(page.getByText("Certifié FranceConnect").first()).toBeVisible();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page).toHaveURL(`${portal}/mes-demandes`);

    await page.locator("header summary", { hasNotText: "Menu" }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByRole("status")).toContainText("votre session est fermée");
    await page.goto(`${portal}/se-connecter?retour=/mes-demandes`);
    await page.getByLabel("J’utilise un ordinateur partagé").check({ force: true });
    await withFranceConnect(page).click();
    await expectForgotten(page);
    await choose(page, who("portal"));
    await expect(page).toHaveURL(`${portal}/mes-demandes`);
    await page.context().clearCookies({ name: "connect" });
    await page.goto("/connexion");
    await withFranceConnect(page).click();
    await expectForgotten(page);
  });

  test("giving up at FranceConnect leaves the password, and another try", async ({ page }) => {
    await page.goto("/connexion");
    await withFranceConnect(page).click();
    await page.getByRole("button", { name: "Renoncer et revenir au service" }).click();
    await expect(page.getByRole("heading", { name: /arrêté l’identification/ })).toBeVisible();
    await page.getByRole("link", { name: /mon mot de passe/ }).click();
    await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  });
}

const people =
  (found: Record<string, readonly string[]>): Who =>
  (role) =>
    somebody(found[role] ?? []);

test.describe("with JavaScript", () => {
  arriving(people({ new: ["Jean-Baptiste POQUELIN", "Maëlle"] }));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  const who = people({
    new: ["TERIITAHI", "FALELAVAKI"],
    password: ["Marie-Galante", "Odette"],
    link: ["D'ALMEIDA", "Maximilien"],
    certify: ["Agathe", "Tom ROY"],
    twice: ["Jules LAMBERT", "Inès ROUSSEL"],
    presumed: ["TRAORÉ", "EL MANSOURI"],
    portal: ["Hugo BERNARD", "Nour"],
  });
  arriving(who);
  joining(who);
  certifying(who);
  elsewhere(who);
});

test("an answer brought back by another browser is for nobody", async ({ page, openAs }) => {
  await page.goto("/connexion");
  await withFranceConnect(page).click();
  await expect(page.getByRole("heading", { name: "Choisissez une identité" })).toBeVisible();
  const rossi = await page.getByRole("button", { name: /ROSSI/ }).getAttribute("value");
  const form = { identity: rossi ?? "" };
  const answer = await page.request.post(page.url(), { form, maxRedirects: 0 });
  const { location = "" } = answer.headers();

  const stranger = await openAs(null);
  await stranger.goto(location);
  await expect(stranger.getByRole("heading", { name: /n’est plus valable/ })).toBeVisible();
  await stranger.goto("/compte");
  await expect(stranger).toHaveURL(/\/connexion/);

  await page.goto(location);
  await expect(page.getByRole("heading", { name: /^Bonjour Andrea/ })).toBeVisible();
  await page.goto(location);
  await expect(page.getByRole("heading", { name: /n’est plus valable/ })).toBeVisible();
});

test("FranceConnect is asked nothing that it refuses", async ({ page }) => {
  await page.goto(`${franceConnect}/refus`);
  const refused = await page.getByRole("main").textContent();
  expect(refused).not.toMatch(/Y0(30007|00400|30111|20002)/);
});
