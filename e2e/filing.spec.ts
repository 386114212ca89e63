import { code, expectStep, next, start } from "./support/filing";
import { expect, type Page, test } from "./support/test";

const PDF = {
  name: "facture.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
};

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("fr-FR", {
    timeZone: "Europe/Paris",
  });

/** Not Next's own announcer, which is an alert too. */
const summary = (page: Page) => page.getByRole("alert", { name: /à corriger/ });

async function fillIdentity(page: Page) {
  await page.getByLabel("Prénom").fill("Nadia");
  await page.getByLabel("Nom", { exact: true }).fill("Ferrand");
  await page.getByLabel("Adresse e-mail").fill("nadia.ferrand@exemple.fr");
  const birthdate = page.getByLabel("Date de naissance");
  if (await birthdate.isVisible()) await birthdate.fill("18 mai 1989");
  await page.getByLabel("Pour mon déménagement").check();
}

async function fillPlace(page: Page) {
  const byHand = page.getByRole("button", { name: "Mon adresse n’est pas dans la liste" });
  if (await byHand.isVisible()) await byHand.click();
  await page.getByLabel("Numéro et rue").fill("12 rue de la Marne");
  await page.getByLabel("Code postal").fill("69 500");
  await page.getByLabel("Commune").fill("Bron");
  await page.getByLabel("Du", { exact: true }).fill(inDays(20));
  await page.getByLabel("Au", { exact: true }).fill(inDays(21));
  await page.getByLabel("Toute la journée").check();
}

async function fillVehicle(page: Page) {
  await page.getByLabel(/^Un camion/).check();
  await page.getByLabel("Longueur à réserver").fill("8 m");
  await page.getByLabel(/Justificatif de domicile/).setInputFiles(PDF);
}

async function fillAll(page: Page) {
  await fillIdentity(page);
  await next(page);
  await expectStep(page, /Où et quand/);
  await fillPlace(page);
  await next(page);
  await expectStep(page, "Votre véhicule");
  await fillVehicle(page);
  await next(page);
  await expectStep(page, "Vérifiez votre demande");
}

const send = (page: Page) =>
  page.getByRole("button", { name: "Envoyer ma demande à la Ville de Bron" }).click();

const declare = (page: Page) => page.getByLabel(/Je déclare/).check();
const sent = (page: Page) => page.getByRole("heading", { name: "Votre demande est envoyée" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "avec JavaScript" : "sans JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("sans compte, une demande se remplit, se vérifie et s’envoie une fois", async ({
      page,
    }) => {
      await start(page);
      await next(page);
      await expect(page).toHaveTitle(/^Erreur/);
      await summary(page).getByRole("link", { name: "Écrivez votre prénom" }).click();
      await expect(page.getByLabel("Prénom")).toBeFocused();
      await fillAll(page);

      await expect(page.getByText("12 rue de la Marne, 69500 Bron")).toBeVisible();
      await expect(page.getByRole("link", { name: "facture.pdf" })).toBeVisible();
      await page.getByRole("link", { name: /Modifier : longueur/ }).click();
      await page.getByLabel("Longueur à réserver").fill("10");
      await next(page);
      await expect(page.getByText(/^10\sm$/)).toBeVisible();

      await send(page);
      await expect(summary(page)).toContainText("Cochez la case");
      await declare(page);
      await send(page);
      await expect(sent(page)).toBeVisible();
      await expect(code(page)).toBeVisible();

      const receipt = page.url();
      await page.goto(receipt.replace("envoyee", "recapitulatif"));
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Vérifiez/);
      const pdf = await page.request.get(receipt.replace("envoyee", "accuse-de-reception.pdf"));
      expect(pdf.headers()["content-type"]).toBe("application/pdf");
    });
  });
}

test.describe("sans JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("ce qui est faux reste à l’écran, avec une phrase qui dit quoi faire", async ({ page }) => {
    await start(page);
    await fillIdentity(page);
    await page.getByLabel("Adresse e-mail").fill("nadia@");
    await next(page);
    await expect(summary(page)).toContainText("Écrivez l’adresse e-mail en entier");
    await expect(page.getByLabel("Adresse e-mail")).toHaveValue("nadia@");
    await expect(page.getByLabel("Prénom")).toHaveValue("Nadia");
  });
});

test("le navigateur dit ce qui manque avec les mots du serveur, sans rien envoyer", async ({
  page,
}) => {
  await start(page);
  const rules = page.waitForResponse((r) => r.url().includes("/api/drafts/"));
  await page.getByLabel("Prénom").focus();
  await rules;
  await page.waitForLoadState("networkidle");
  const posted: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
  await next(page);
  await expect(summary(page).getByRole("link", { name: "Écrivez votre nom" })).toBeVisible();
  expect(posted).toEqual([]);
  await fillIdentity(page);
  await next(page);
  await expectStep(page, /Où et quand/);
});

test("deux fenêtres envoient la même demande : un seul accusé de réception", async ({
  page,
  context,
  mailTo,
}) => {
  const before = new Date();
  await start(page);
  await fillAll(page);
  const twin = await context.newPage();
  await twin.goto(page.url());
  await Promise.all([declare(page), declare(twin)]);
  await Promise.all([send(page), send(twin)]);
  await expect(sent(page)).toBeVisible();
  await expect(sent(twin)).toBeVisible();
  expect(twin.url()).toBe(page.url());
  const reference = /[A-Z]+-\d{4}-[0-9A-Z]{6}/.exec(page.url())?.[0] ?? "";
  await mailTo("nadia.ferrand@exemple.fr", { subject: new RegExp(reference), after: before });
});

test("le compte remplit l’identité et dit d’où elle vient", async ({ page, signInAs }) => {
  await signInAs("usager.bron@exemple.fr");
  await start(page);
  await expect(page.getByLabel("Adresse e-mail")).toHaveValue("usager.bron@exemple.fr");
  await expect(page.getByText("Repris de votre compte").first()).toBeVisible();
});
