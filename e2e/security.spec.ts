import { createAccount, newAddress, OTHER_PASSWORD, typeSignIn } from "./support/accounts";
import { expectAccessible } from "./support/axe";
import { send } from "./support/forms";
import { addresses, expect, linkIn, type Page, test } from "./support/test";

const { connect, partner } = addresses();
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
const NEW_DEVICE = /nouvel appareil/;

test.use({ baseURL: connect });

const problems = (page: Page) => page.getByRole("main").getByRole("alert");
const line = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

async function signInOn(phone: Page, email: string) {
  await phone.goto("/connexion");
  await typeSignIn(phone, email);
  await expect(phone.getByRole("heading", { name: "Mon compte" })).toBeVisible();
}

async function expectSignedOut(page: Page) {
  await page.goto("/compte");
  await expect(page).toHaveURL(/\/connexion/);
}

async function enterPartner(page: Page, email: string) {
  await page.goto(partner);
  await page.getByRole("button", { name: /^Se connecter avec/ }).click();
  await typeSignIn(page, email);
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();
}

/** Its agreement stands: nothing is asked but the password. */
async function enterAgain(page: Page, email: string) {
  await page.goto(partner);
  await page.getByRole("button", { name: /^Se connecter avec/ }).click();
  await typeSignIn(page, email);
  await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();
}

const expectPartnerClosed = (page: Page) =>
  expect
    .poll(async () => (await page.context().request.get(partner)).text(), {
      intervals: [100],
      timeout: 20_000,
    })
    .toContain("Se connecter avec");

function listsDevices(javaScriptEnabled: boolean) {
  test("each device is listed with its services, and signed out from here with all it opened", async ({
    page,
    openAs,
    mailTo,
  }) => {
    const email = newAddress("paul");
    await createAccount(page, mailTo, email);
    const phone = await openAs(null, { userAgent: IPHONE, javaScriptEnabled });
    await enterPartner(phone, email);
    const third = await openAs(null, { javaScriptEnabled });
    await signInOn(third, email);

    await page.getByRole("link", { name: /Voir.*mes appareils/ }).click();
    await expect(line(page, "Cet appareil")).toHaveCount(1);
    await expect(line(page, "Safari sur iPhone")).toContainText("Pass Urbain");
    await line(page, "Safari sur iPhone").getByRole("button").click();
    await expect(page.getByRole("status")).toContainText("cet appareil est déconnecté");
    await expect(line(page, "Safari sur iPhone")).toHaveCount(0);
    await expectPartnerClosed(phone);
    await expectSignedOut(phone);

    await enterAgain(phone, email);
    await page.reload();
    await page.getByRole("button", { name: "Déconnecter tous mes autres appareils" }).click();
    await expect(page.getByRole("status")).toContainText("vos autres appareils sont déconnectés");
    await expect(page.getByText("nulle part ailleurs")).toBeVisible();
    await expectPartnerClosed(phone);
    await expectSignedOut(third);
    await page.goto("/compte");
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
  });
}

function tellsNewDevice(javaScriptEnabled: boolean) {
  test("a mail tells of a new device; its link, opened, changes nothing; pressed, it closes all and a new password is chosen", async ({
    page,
    openAs,
    mailTo,
  }) => {
    const email = newAddress("ana");
    await createAccount(page, mailTo, email);
    const phone = await openAs(null, { userAgent: IPHONE, javaScriptEnabled });
    await signInOn(phone, email);
    const mail = await mailTo(email, { subject: NEW_DEVICE });
    expect(mail.text).toContain("Safari sur iPhone");
    const link = linkIn(mail);

    const robot = await openAs(null);
    for (let n = 0; n < 2; n++) expect((await robot.request.get(link)).status()).toBe(200);
    await phone.goto("/compte");
    await expect(phone.getByRole("heading", { name: "Mon compte" })).toBeVisible();

    await page.goto(link);
    await expect(page.getByRole("main")).toContainText("Safari sur iPhone");
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByRole("button", { name: "Ce n’était pas moi" }).click();
    await expect(page.getByRole("heading", { name: /un nouveau mot de passe/ })).toBeVisible();
    await expectSignedOut(phone);
    await phone.goto("/connexion");
    await typeSignIn(phone, email);
    await expect(problems(phone)).toContainText("ne correspond pas");

    await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(OTHER_PASSWORD);
    await page.getByRole("button", { name: "Enregistrer et me connecter" }).click();
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: /plus valable/ })).toBeVisible();
    await page.goto("/compte/securite");
    await expect(page.getByText(/Appareil refusé/)).toBeVisible();
  });
}

function showsJournal() {
  test("the journal shows its owner who tried, when and on what", async ({
    page,
    openAs,
    mailTo,
  }) => {
    const email = newAddress("ines");
    await createAccount(page, mailTo, email);
    const phone = await openAs(null, { userAgent: IPHONE, javaScriptEnabled: false });
    await phone.goto("/connexion");
    await typeSignIn(phone, email, { password: "ce n’est pas le bon" });
    await expect(problems(phone)).toContainText("ne correspond pas");

    await page.getByRole("link", { name: /Voir.*journal/ }).click();
    const refused = page.getByRole("listitem").filter({ hasText: "Connexion refusée" });
    await expect(refused).toContainText("Safari sur iPhone, même réseau que vous en ce moment");
    await expect(line(page, "Compte créé")).toBeVisible();
  });
}

function readsLongJournal() {
  test("the long journal is read page by page, and back", async ({ page, mailTo }) => {
    const email = newAddress("zoe");
    await createAccount(page, mailTo, email);
    const asker = page.context().request;
    for (let n = 0; n < 21; n++)
      await send(asker, await asker.get("/compte/telephone"), { phone: `06 39 98 12 ${10 + n}` });
    await page.goto("/compte/securite");
    await page.getByRole("link", { name: "Suivantes" }).click();
    await expect(page.getByText("Compte créé")).toBeVisible();
    await page.getByRole("link", { name: "Précédentes" }).click();
    await expect(page.getByText("Compte créé")).toBeHidden();
    await expect(page.getByRole("link", { name: "Précédentes" })).toHaveCount(0);
  });
}

test.describe("with JavaScript", () => {
  tellsNewDevice(true);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  listsDevices(false);
  tellsNewDevice(false);
  showsJournal();
  readsLongJournal();
});

test("a device that is known gets no second mail", async ({ page, openAs, mailTo }) => {
  const email = newAddress("max");
  await createAccount(page, mailTo, email);
  const phone = await openAs(null, { userAgent: IPHONE });
  await signInOn(phone, email);
  const first = await mailTo(email, { subject: NEW_DEVICE });
  for (const known of [page, phone]) {
    await known.goto("/compte");
    await known.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(known.getByLabel("Courriel")).toBeVisible();
    await signInOn(known, email);
  }
  // Mails go in the order in which they are asked for: this one comes after any other.
  await phone.goto("/mot-de-passe-oublie");
  await phone.getByLabel("Courriel").fill(email);
  await phone.getByRole("button", { name: "Recevoir le message" }).click();
  await mailTo(email, { subject: /nouveau mot de passe/ });
  expect((await mailTo(email, { subject: NEW_DEVICE })).id).toBe(first.id);
});

test("on a shared device the session goes with the browser, and the next service asks for the password", async ({
  page,
  openAs,
  mailTo,
}) => {
  const email = newAddress("lou");
  await createAccount(page, mailTo, email);
  const library = await openAs(null);
  await library.goto(partner);
  await library.getByRole("button", { name: /^Se connecter avec/ }).click();
  await typeSignIn(library, email, { isShared: true });
  await library.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(library.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();

  const cookies = await library.context().cookies(connect);
  const kept = cookies.filter(({ name }) => /^(connect|appareil)/.test(name));
  expect(kept.map(({ expires }) => expires)).toEqual(kept.map(() => -1));
  expect(kept.length).toBeGreaterThan(1);
  await library.goto(`${addresses().portal}/se-connecter`);
  await expect(library.getByLabel("Mot de passe", { exact: true })).toBeVisible();
  await page.goto("/compte/appareils");
  await expect(line(page, "Appareil partagé")).toContainText("Pass Urbain");
});
