import type { Mail } from "./support/mails";
import { addresses, codeIn, expect, type Page, signInThrough, test } from "./support/test";

const { portal, partner } = addresses();
const ANYONE = "usager.lyon@exemple.fr";

test.describe.configure({ mode: "serial" });

const enterPartner = async (page: Page) => {
  await page.goto(partner);
  await page.getByRole("button", { name: "Se connecter avec GrandLyon Connect" }).click();
};

const partnerSays = (page: Page, text: string | RegExp) =>
  expect(page.getByRole("status")).toContainText(text);

const shared = (page: Page, label: string) =>
  page.locator("dt", { hasText: label }).locator("xpath=following-sibling::dd");

/** As whoever the last test left behind would not: nothing agreed to at the partner's. */
async function withdrawIfGiven(page: Page) {
  await page.goto(`${portal}/mes-donnees`);
  const withdraw = page.getByRole("button", { name: "Retirer mon accord pour Pass Urbain" });
  if (!(await withdraw.isVisible())) return;
  await withdraw.click();
  await expect(page.getByRole("status")).toContainText("votre accord est retiré");
}

function everywhere() {
  test("signed in on the portal, the partner lets in without asking who; signing out of it signs out of all", async ({
    page,
  }) => {
    await signInThrough(page, ANYONE);
    await withdrawIfGiven(page);

    await enterPartner(page);
    await expect(
      page.getByRole("heading", { name: /Partager ces informations avec « Pass Urbain/ }),
    ).toBeVisible();
    await expect(page.getByLabel("Mot de passe")).toHaveCount(0);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Antoine" })).toBeVisible();

    await page.context().clearCookies({ name: "pass-urbain" });
    await enterPartner(page);
    await expect(page.getByRole("heading", { name: "Bonjour Antoine" })).toBeVisible();

    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL(new RegExp(`^${partner}/`));
    await expect(async () => {
      await page.goto(`${portal}/mes-donnees`);
      await expect(page.getByLabel("Courriel")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  });

  test("a withdrawal is one press, felt by the partner at its next call, and kept with its readings", async ({
    page,
  }) => {
    await signInThrough(page, ANYONE);
    await withdrawIfGiven(page);
    await enterPartner(page);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await page.getByRole("button", { name: "Actualiser mes données" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Antoine" })).toBeVisible();

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
}

function plain() {
  test("signing out of the portal signs out of the partner", async ({ page }) => {
    await signInThrough(page, ANYONE);
    await withdrawIfGiven(page);
    await enterPartner(page);
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page.getByRole("heading", { name: "Bonjour Antoine" })).toBeVisible();

    await page.goto(portal);
    await page.locator("summary", { hasText: "Antoine Mercier" }).click();
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByRole("link", { name: "Se connecter" })).toBeVisible();
    await expect(page.getByRole("status")).toContainText("votre session est fermée");
    await expect(async () => {
      await page.goto(partner);
      await expect(
        page.getByRole("button", { name: "Se connecter avec GrandLyon Connect" }),
      ).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  });

  test("what is not ticked is not shared, and the real values are shown before", async ({
    page,
  }) => {
    await signInThrough(page, ANYONE);
    await withdrawIfGiven(page);
    await enterPartner(page);
    await expect(page.getByText("27 rue Paul Bert, 69003 Lyon")).toBeVisible();
    const phone = page.getByLabel(/^Téléphone/);
    const email = page.getByLabel(new RegExp(`^Courriel.*${ANYONE}`));
    await expect(phone).not.toBeChecked();
    await expect(email).not.toBeChecked();
    await phone.check();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(shared(page, "Nom et prénom")).toHaveText("Antoine Mercier");
    await expect(shared(page, "Téléphone")).toHaveText(/06.39.98.00.02/);
    await expect(shared(page, "Courriel")).toHaveText("Non partagé");
  });

  test("refusing leads back to the service, which receives nothing", async ({ page }) => {
    await signInThrough(page, ANYONE);
    await withdrawIfGiven(page);
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

async function signUp(page: Page, mailTo: (address: string) => Promise<Mail>) {
  const email = `nour.${Date.now()}@exemple.fr`;
  await page.goto("/se-connecter?retour=/mes-donnees");
  await page.getByRole("link", { name: "Créer un compte en 2 minutes" }).click();
  await page.getByLabel("Prénom").fill("Nour");
  await page.getByLabel("Nom", { exact: true }).fill("Belkacem");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill("cormoran vélo tiroir");
  await page.getByLabel("J’accepte les conditions").check({ force: true });
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await page.getByLabel(/^Code à/).fill(codeIn(await mailTo(email)));
  await page.getByRole("button", { name: "Vérifier mon adresse" }).click();
}

test("a new account goes on to the portal, whose own agreement can be withdrawn too: it then knows nobody", async ({
  page,
  mailTo,
}) => {
  await signUp(page, mailTo);
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
