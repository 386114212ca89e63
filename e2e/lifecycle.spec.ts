import { createAccount, newAddress, PASSWORD, typeSignIn } from "./support/accounts";
import { expectAccessible } from "./support/axe";
import { signOut } from "./support/franceconnect";
import { addresses, expect, test } from "./support/test";

const { connect, portal } = addresses();

test.use({ baseURL: connect });

const isScripted = () => !test.info().titlePath.includes("without JavaScript");

function journeys() {
  test("an account to be deleted: a copy first, closed everywhere, then kept after all", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("partir");
    await createAccount(page, mailTo, email);
    await page.getByRole("link", { name: /^Supprimer mon compte/ }).click();
    if (isScripted()) await expectAccessible(page);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Télécharger mes données (ZIP)" }).click();
    expect((await download).suggestedFilename()).toMatch(/^mes-donnees-.*\.zip$/);
    await page.getByRole("button", { name: "Demander la suppression" }).click();
    await expect(page.getByRole("alert", { name: /problème|corriger/ })).toContainText("Cochez");
    await page.getByLabel(/^J’ai compris/).check({ force: true });
    await page.getByRole("button", { name: "Demander la suppression" }).click();
    await expect(page.getByRole("status").first()).toContainText("supprimé dans 30");
    await mailTo(email, { subject: /sera supprimé le/ });

    await page.goto(`${portal}/se-connecter?retour=/mes-demandes`);
    await typeSignIn(page, email);
    await expect(page.getByRole("heading", { name: /garder votre compte/ })).toBeVisible();
    await page.goto("/compte/securite");
    await expect(page.getByRole("heading", { name: /garder votre compte/ })).toBeVisible();
    if (isScripted()) await expectAccessible(page);
    await page.goto(`${portal}/se-connecter?retour=/mes-demandes`);
    await page.getByRole("button", { name: "Garder mon compte" }).click();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page).toHaveURL(`${portal}/mes-demandes`);
    await page.goto("/compte/securite");
    await expect(page.getByText("Compte gardé")).toBeVisible();
  });

  test("two accounts become one: the other's password proves it, its address opens nothing any more", async ({
    page,
    mailTo,
  }) => {
    const [first, second] = [newAddress("ancien"), newAddress("nouveau")];
    await createAccount(page, mailTo, first);
    await signOut(page);
    await createAccount(page, mailTo, second);
    await page.getByRole("link", { name: "Réunir deux comptes" }).click();
    if (isScripted()) await expectAccessible(page);
    await page.getByLabel("Courriel de l’autre compte").fill(first);
    await page.getByLabel("Mot de passe de l’autre compte").fill(PASSWORD);
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByRole("heading", { name: /^Quel compte gardez-vous/ })).toBeVisible();
    if (isScripted()) await expectAccessible(page);
    await page.getByRole("button", { name: "Réunir mes deux comptes" }).click();
    await expect(page.getByRole("alert", { name: /problème|corriger/ })).toContainText(
      "Choisissez",
    );
    await page.getByLabel(second).check({ force: true });
    await page.getByRole("button", { name: "Réunir mes deux comptes" }).click();
    await expect(page.getByRole("status").first()).toContainText("n’en font plus qu’un");
    await expect(page.getByText(second)).toBeVisible();
    await mailTo(first, { subject: /réuni à votre autre compte/ });

    await signOut(page);
    await typeSignIn(page, first);
    await expect(page.getByRole("alert", { name: /problème|corriger/ })).toContainText(
      "ne correspond pas",
    );
  });
}

test.describe("with JavaScript", () => journeys());

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  journeys();
});
