import {
  createAccount,
  fillSignUp,
  newAddress,
  OTHER_PASSWORD,
  PASSWORD,
  typeCode,
  typeSignIn,
} from "./support/accounts";
import { addresses, codeIn, expect, linkIn, type Page, test } from "./support/test";

test.use({ baseURL: addresses().connect });

/** Next has an alert of its own, for the changes of page. */
const problems = (page: Page) => page.getByRole("alert", { name: /à corriger|un problème/ });

async function signIn(page: Page, email: string, password: string) {
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  await typeSignIn(page, email, { password });
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("somebody creates an account with the code of a mail, after two mistakes", async ({
      page,
      mailTo,
    }) => {
      const email = newAddress("lea");
      await page.goto("/inscription");
      await page.getByRole("button", { name: "Créer mon compte" }).click();
      await expect(problems(page)).toContainText("5 points à corriger");
      await expect(page.getByRole("link", { name: "Écrivez votre prénom." })).toHaveAttribute(
        "href",
        "#givenName",
      );

      await fillSignUp(page, email);
      await typeCode(page, "000000");
      await expect(problems(page)).toContainText("ne correspond pas");
      await typeCode(page, codeIn(await mailTo(email)));

      await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
      await expect(page.getByText("Léa Fontaine").first()).toBeVisible();
    });
  });

test("an address that has an account gets the same screen, and its owner a mail that says so", async ({
  page,
  mailTo,
}) => {
  const since = new Date();
  await page.goto("/inscription");
  await fillSignUp(page, "usager.vaulx@exemple.fr");
  await expect(page.getByRole("heading", { name: "Vérifiez votre adresse" })).toBeVisible();
  const mail = await mailTo("usager.vaulx@exemple.fr", { after: since, subject: /déjà un compte/ });
  expect(mail.text).not.toMatch(/\d{3} \d{3}/);
});

test("a mistyped address is corrected before the account exists", async ({ page, mailTo }) => {
  const email = newAddress("ines");
  await page.goto("/inscription");
  await fillSignUp(page, newAddress("inse"));
  await page.getByText("L’adresse n’est pas la bonne").click();
  await page.getByLabel("Courriel").fill(email);
  await page.getByRole("button", { name: "Corriger et envoyer le code" }).click();
  await expect(page.getByRole("status")).toContainText("un nouveau code est parti");
  await typeCode(page, codeIn(await mailTo(email)));
  await expect(page.getByText(email)).toBeVisible();
});

test("an e-mail is changed with a code, and taken back from the old mailbox", async ({
  page,
  mailTo,
}) => {
  const [first, second] = [newAddress("sam"), newAddress("sam.neuf")];
  await createAccount(page, mailTo, first);

  await page.getByRole("link", { name: /Modifier.*mon courriel/ }).click();
  await page.getByLabel("Nouveau courriel").fill(second);
  await page.getByRole("button", { name: "Recevoir le code" }).click();
  await typeCode(page, codeIn(await mailTo(second)), "Changer mon courriel");
  await expect(page.getByRole("status")).toContainText("votre courriel a changé");
  await expect(page.getByText(second)).toBeVisible();

  await page.goto(linkIn(await mailTo(first, { subject: /adresse a changé/ })));
  await page.getByRole("button", { name: "Reprendre mon compte" }).click();
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Enregistrer et me connecter" }).click();
  await expect(page.getByText(first)).toBeVisible();
});

test("a changed password is the one that opens; the sign-in form shows what is typed when asked", async ({
  page,
  mailTo,
}) => {
  const email = newAddress("max");
  await createAccount(page, mailTo, email);
  await page.getByRole("link", { name: /Modifier.*mon mot de passe/ }).click();
  await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
  await expect(page.getByRole("status")).toContainText("votre mot de passe a changé");
  await page.getByRole("button", { name: "Se déconnecter" }).click();

  await signIn(page, email, PASSWORD);
  await expect(problems(page)).toContainText("ne correspond pas");
  await page.getByRole("button", { name: /Afficher/ }).click();
  await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveAttribute("type", "text");
  await page.getByLabel("Mot de passe", { exact: true }).fill(OTHER_PASSWORD);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
});

test("the profile is completed, and a wrong answer is kept on screen", async ({ page, mailTo }) => {
  const email = newAddress("zoe");
  await createAccount(page, mailTo, email);

  await page.getByRole("link", { name: /Modifier.*mon téléphone/ }).click();
  await page.getByLabel(/^Téléphone/).fill("06 39 98");
  await page.getByRole("button", { name: "Enregistrer mon téléphone" }).click();
  await expect(problems(page)).toContainText("10 chiffres");
  await expect(page.getByLabel(/^Téléphone/)).toHaveValue("06 39 98");
  await page.getByLabel(/^Téléphone/).fill("06 39 98 12 34");
  await page.getByRole("button", { name: "Enregistrer mon téléphone" }).click();
  await expect(page.getByText("06 39 98 12 34")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody who forgot the password chooses another with the mail's link", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("noe");
    await createAccount(page, mailTo, email);
    await page.getByRole("button", { name: "Se déconnecter" }).click();

    await page.getByRole("link", { name: /Mot de passe oublié/ }).click();
    await page.getByLabel("Courriel").fill(email);
    await page.getByRole("button", { name: "Recevoir le message" }).click();
    await page.goto(linkIn(await mailTo(email, { subject: /nouveau mot de passe/ })));
    await page.getByLabel("Nouveau mot de passe", { exact: true }).fill(OTHER_PASSWORD);
    await page.getByRole("button", { name: "Enregistrer et me connecter" }).click();

    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
    expect((await mailTo(email, { subject: /a changé/ })).text).toContain("Ce n’était pas vous");
  });

  test("somebody without an account creates one and goes on to where they were going", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("jeanne");
    await page.goto(`${addresses().portal}/se-connecter?retour=/mes-demandes`);
    await page.getByRole("link", { name: /Créer un compte/ }).click();
    await fillSignUp(page, email);
    await typeCode(page, codeIn(await mailTo(email)));
    await page.getByRole("button", { name: /^Continuer vers/ }).click();
    await page.getByRole("button", { name: "Accepter et continuer" }).click();
    await expect(page).toHaveURL(`${addresses().portal}/mes-demandes`);
    await expect(page.getByRole("heading", { name: "Mes demandes" })).toBeVisible();
  });
});
