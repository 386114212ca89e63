import {
  createAccount,
  fillSignUp,
  type MailTo,
  newAddress,
  PASSWORD,
  typeCode,
} from "./support/accounts";
import { signInOver, signInThrough } from "./support/sign-in";
import { addresses, codeIn, expect, type Page, test } from "./support/test";

const { portal, partner } = addresses();
const KNOWN = "usager.lyon@exemple.fr";

const enterPartner = async (page: Page) => {
  await page.goto(partner);
  await page.getByRole("button", { name: "Se connecter avec GrandLyon Connect" }).click();
};

const partnerSays = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status")).toContainText(text);

const shared = (page: Page, label: string) =>
  page.locator("dt", { hasText: label }).locator("xpath=following-sibling::dd");

/** Somebody of their own, signed in on the portal and known to no other service. */
async function signInOnPortal(page: Page, mailTo: MailTo) {
  const email = newAddress("lea");
  await createAccount(page, mailTo, email);
  await signInOver(page.context().request, email, PASSWORD);
}

/** What a first try has agreed to. */
async function withdrawIfGiven(page: Page) {
  await page.goto(`${portal}/mes-donnees`);
  const withdraw = page.getByRole("button", { name: "Retirer mon accord pour Pass Urbain" });
  if (!(await withdraw.isVisible())) return;
  await withdraw.click();
  await expect(page.getByRole("status")).toContainText("votre accord est retiré");
}

/** Told from server to server: soon, and not at once. */
const expectSoon = (page: Page, address: string, text: string) =>
  expect
    .poll(async () => (await page.context().request.get(address)).text(), {
      intervals: [100],
      timeout: 20_000,
    })
    .toContain(text);

function everywhere() {
  test("signed in on the portal, the partner lets in without asking who; signing out of it signs out of all", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("lea");
    await createAccount(page, mailTo, email);
    await page.context().clearCookies();
    await signInThrough(page, email, PASSWORD);

    await enterPartner(page);
    await expect(
      page.getByRole("heading", { name: /Partager ces informations avec « Pass Urbain/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Mot de passe")).toHaveCount(0);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();

    await page.context().clearCookies({ name: "pass-urbain" });
    await enterPartner(page);
    await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();

    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(new RegExp(`^${partner}/`));
    await expectSoon(page, `${portal}/mes-donnees`, "Mot de passe oublié");
  });
}

function plain() {
  test("a withdrawal is one press, felt by the partner at its next call, and kept with its readings", async ({
    page,
    mailTo,
  }) => {
    await signInOnPortal(page, mailTo);
    await enterPartner(page);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await page.getByRole("button", { name: "Actualiser mes données" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();

    await page.goto(`${portal}/mes-donnees`);
    await page.getByRole("button", { name: "Retirer mon accord pour Pass Urbain" }).click();
    await expect(page.getByRole("status")).toContainText("votre accord est retiré");
    const readings = page.locator("#lectures");
    await expect(readings.getByText("Pass Urbain").first()).toBeVisible();
    const file = await page.request.get("/mes-donnees/lectures");
    expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(await file.text()).toContain('"Pass Urbain"');
    await page.getByText(/^Voir les accords retirés/).click();
    await expect(page.getByText(/Retiré le/).first()).toBeVisible();

    await page.goto(partner);
    await page.getByRole("button", { name: "Actualiser mes données" }).click();
    await partnerSays(page, "ne nous donne plus accès à vos informations");
  });

  test("signing out of the portal signs out of the partner", async ({ page, mailTo }) => {
    await signInOnPortal(page, mailTo);
    await enterPartner(page);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Léa" })).toBeVisible();

    await page.goto(portal);
    await page.locator("summary", { hasText: "Léa Fontaine" }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
    await expect(page.getByRole("status")).toContainText("votre session est fermée");
    await expectSoon(page, partner, "Se connecter avec GrandLyon Connect");
  });

  test("what is not ticked is not shared, and the real values are shown before", async ({
    page,
    signInAs,
  }) => {
    await signInAs(KNOWN, { fresh: true });
    await withdrawIfGiven(page);
    await enterPartner(page);
    await expect(page.getByText("27 rue Paul Bert, 69003 Lyon")).toBeVisible();
    const phone = page.getByLabel(/^Téléphone/);
    const email = page.getByLabel(new RegExp(`^Courriel.*${KNOWN}`));
    await expect(phone).not.toBeChecked();
    await expect(email).not.toBeChecked();
    await phone.check();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(shared(page, "Nom et prénom")).toHaveText("Antoine Mercier");
    await expect(shared(page, "Téléphone")).toHaveText(/06.39.98.00.02/);
    await expect(shared(page, "Courriel")).toHaveText("Non partagé");
  });

  test("refusing leads back to the service, which receives nothing", async ({ page, mailTo }) => {
    await signInOnPortal(page, mailTo);
    await enterPartner(page);
    await page.getByRole("button", { name: "Refuser et revenir au service" }).click();
    await partnerSays(page, "Nous n’avons rien reçu");
  });
}

test.describe("with JavaScript", () => {
  everywhere();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  everywhere();
  plain();
});

test("a new account goes on to the portal, whose own agreement can be withdrawn too: it then knows nobody", async ({
  page,
  mailTo,
}) => {
  const email = newAddress("nour");
  await page.goto("/se-connecter?retour=/mes-donnees");
  await page.getByRole("link", { name: "Créer un compte en 2 minutes" }).click();
  await fillSignUp(page, email);
  await typeCode(page, codeIn(await mailTo(email)));
  await page.getByRole("button", { name: /Continuer vers/ }).click();
  await expect(page.getByRole("heading", { name: /Partager ces informations/ })).toBeVisible();
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(page.getByRole("heading", { name: "Mes données", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Retirer mon accord pour Le Guichet" }).click();
  await expect(page.getByText("ce portail ne lit plus rien de votre compte")).toBeVisible();
  await page.goto("/mes-donnees");
  await expect(page.getByRole("heading", { name: /Partager ces informations/ })).toBeVisible();
});

test("a sign-in that was already used says what to do", async ({ page }) => {
  await page.goto(`${addresses().connect}/interaction/deja-utilisee`);
  await expect(page.getByRole("heading", { name: "Recommencez la connexion" })).toBeVisible();
  await page.goto(`${addresses().connect}/oidc/auth?client_id=inconnu&response_type=code`);
  await expect(page.getByRole("heading", { name: "La connexion n’a pas abouti" })).toBeVisible();
});

test("an answer that nobody asked for signs nobody in, and does not start again by itself", async ({
  page,
}) => {
  await page.goto("/api/auth/callback/connect?code=vole&state=autre");
  await expect(
    page.getByRole("heading", { name: "Votre session n’est pas ouverte" }),
  ).toBeVisible();
});
