import { problems, statusOf, track, trackingCode } from "./support/requests";
import { expect, type Page, test } from "./support/test";

/** Said on top of the page, to everybody: it has the focus. */
async function expectDone(page: Page, text: string) {
  const said = page.getByRole("status").filter({ hasText: `C’est fait\u00a0: ${text}` });
  await expect(said).toBeFocused();
}

test("« Mes demandes » range ce qui reste à terminer, ce qui est en cours et ce qui est terminé", async ({
  page,
  signInAs,
}) => {
  await signInAs("usager.bron@exemple.fr");
  await page.goto("/mes-demandes");
  for (const name of ["À terminer", "En cours", "Terminées"])
    await expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
  const draft = page.getByRole("listitem").filter({ hasText: "Brouillon" }).first();
  await expect(draft).toContainText(/Gardé jusqu’au \d/);
  await draft.getByRole("link").first().click();
  await expect(page).toHaveURL(/BRON-.+\/.+/);
});

test("un usager écrit au service, puis annule sa demande après confirmation", async ({
  page,
  signInAs,
  mailTo,
}) => {
  await signInAs("usager.bron@exemple.fr");
  await page.goto("/mes-demandes");
  await page
    .getByRole("listitem")
    .filter({ hasText: /Envoyée le|Reçue/ })
    .getByRole("link")
    .first()
    .click();
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(problems(page).getByRole("link")).toHaveText("Écrivez votre message.");
  await page.getByLabel(/Écrire au service/).fill("Bonjour, où en est ma question ?");
  await page.getByRole("button", { name: "Envoyer le message" }).dblclick();
  await expect(
    page.getByRole("article").filter({ hasText: "où en est ma question" }),
  ).toBeVisible();
  await expectDone(page, "votre message est envoyé");
  await page.getByText("Relire ce que j’ai envoyé").click();
  await expect(page.getByText("Saisi par vous").first()).toBeVisible();

  await page.getByRole("link", { name: "Annuler ma demande" }).click();
  const dialog = page.getByRole("dialog", { name: "Annuler votre demande" });
  await dialog.getByRole("button", { name: "Garder ma demande" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: "Annuler ma demande" }).click();
  await dialog.getByRole("button", { name: "Annuler ma demande" }).click();
  await expect(statusOf(page)).toHaveText("Annulée");
  await expectDone(page, "votre demande est annulée");
  await expect(page.getByLabel(/Écrire au service/)).toHaveCount(0);
  await mailTo("usager.bron@exemple.fr", { subject: /est annulée/ });
});

test("un message écrit après la fin de la session revient après la connexion", async ({
  openAs,
}) => {
  const page = await openAs("usager.lyon@exemple.fr", { fresh: true });
  await page.goto("/mes-demandes");
  const open = page.getByRole("listitem").filter({ hasText: /Envoyée le|Reçue|En cours/ });
  await open.getByRole("link").first().click();
  const field = page.getByLabel(/Écrire au service/);
  await field.fill("Un message à ne pas perdre.");
  await page.context().clearCookies({ name: /session/ });
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(problems(page)).toContainText("Votre session s’était fermée");
  await expect(field).toHaveValue("Un message à ne pas perdre.");
});

test.describe("sans JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("qui a un code suit sa demande et l’annule sur une page qui le demande", async ({
    page,
  }) => {
    await track(page, trackingCode(4).toLowerCase().replaceAll("-", " "));
    await expect(page).toHaveURL(/BRON-[^/]+$/);
    await expect(page.getByRole("link", { name: "Mes demandes" }).first()).toBeVisible();
    await page.getByRole("link", { name: "Annuler ma demande" }).click();
    await expect(page).toHaveURL(/\/annuler$/);
    await page.getByRole("button", { name: "Annuler ma demande" }).click();
    await expect(statusOf(page)).toHaveText("Annulée");
    await expectDone(page, "votre demande est annulée");
  });
});

test("un mauvais code le dit en une phrase, et trop d’essais font attendre", async ({ page }) => {
  await track(page, "AAAA-BBBB-CCCC");
  await expect(problems(page).getByRole("link")).toContainText("Aucune demande");
  await expect(page).toHaveTitle(/^Erreur/);
  for (let i = 0; i < 6; i++) {
    await track(page, "AAAA-BBBB-CCCC");
    await page.waitForURL(/retour=/);
  }
  await expect(problems(page).getByRole("link")).toContainText("Trop d’essais");
});

test("une demande déposée sans compte se rattache au compte ; son code n’ouvre plus rien", async ({
  openAs,
}) => {
  const page = await openAs("usager.lyon@exemple.fr");
  await track(page, trackingCode(7));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Rattacher");
  await page.getByRole("button", { name: "Rattacher à mon compte" }).dblclick();
  await expectDone(page, "cette demande est dans votre compte");
  const reference = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.goto("/mes-demandes");
  await expect(page.getByText(reference)).toBeVisible();

  const other = await openAs(null);
  await track(other, trackingCode(7));
  await expect(problems(other)).toContainText("rattachée à votre compte");
});

test("sur un ordinateur partagé, le suivi se ferme", async ({ page }) => {
  await track(page, trackingCode(8));
  await expect(statusOf(page)).toBeVisible();
  const url = page.url();
  await page.getByRole("button", { name: "Fermer ce suivi sur cet appareil" }).click();
  await expectDone(page, "cet appareil n’ouvre plus votre demande");
  await page.goto(url);
  await expect(page).not.toHaveURL(url);
});
