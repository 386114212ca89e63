import { Secret, TOTP } from "otpauth";
import { createAccount, newAddress, PASSWORD, typeSignIn } from "./support/accounts";
import { protocolOf } from "./support/browsers";
import { addresses, expect, linkIn, type Page, test } from "./support/test";

test.use({ baseURL: addresses().connect });

const problems = (page: Page) => page.getByRole("alert", { name: /à corriger|un problème/ });

test("whoever holds an open session proves that it is theirs, then goes on to where they were going", async ({
  page,
  mailTo,
}) => {
  await createAccount(page, mailTo, newAddress("preuve"));
  await page.goto("/compte/confirmer?vers=/compte/mot-de-passe");
  await page.getByLabel("Mot de passe", { exact: true }).fill("pas celui-là");
  await page.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await expect(problems(page)).toContainText("pas votre mot de passe");
  await page.getByLabel("Mot de passe", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirmer que c’est moi" }).click();
  await expect(page.getByRole("heading", { name: "Mon mot de passe" })).toBeVisible();
  await expect(page.getByRole("status")).toContainText("vous avez confirmé");
});

/** The code that an application with this key shows, `steps` of 30 seconds from now. */
const codeOf = (key: string | null, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32((key ?? "").replace(/\s/g, "")) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

async function leave(page: Page) {
  await page.goto("/compte");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a code is asked after the password; one from paper opens without the telephone", async ({
    page,
    mailTo,
  }) => {
    const email = newAddress("codes");
    await createAccount(page, mailTo, email);
    await page.getByRole("link", { name: /mes moyens de connexion/ }).click();
    await page.getByRole("button", { name: "Ajouter une application de codes" }).click();
    await expect(page.getByRole("img", { name: /Dessin à viser/ })).toBeVisible();
    const key = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
    await page.getByLabel(/^Code à 6/).fill(codeOf(key, -1));
    await page.getByRole("button", { name: "Activer les codes" }).click();
    await expect(page.getByRole("heading", { name: "Codes de secours" })).toBeVisible();
    const [paper = ""] = await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).allTextContents();
    await page.getByRole("button", { name: "J’ai noté mes codes" }).click();
    await expect(page.getByText(/^10\scodes/)).toBeVisible();
    await mailTo(email, { subject: /Un code est demandé/ });

    await leave(page);
    await typeSignIn(page, email);
    await page.getByLabel(/^Code à 6/).fill("000000");
    await page.getByRole("button", { name: "Entrer", exact: true }).click();
    await expect(problems(page)).toContainText("ne correspond pas");
    await page.getByLabel(/^Code à 6/).fill(codeOf(key));
    await page.getByRole("button", { name: "Entrer", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();

    await leave(page);
    await typeSignIn(page, email);
    await page.getByText("Je n’ai pas mon téléphone").click();
    await page.getByLabel("Code de secours").fill(paper);
    await page.getByRole("button", { name: "Entrer avec un code de secours" }).click();
    await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();
    await mailTo(email, { subject: /code de secours a ouvert/ });
  });
});

/** A telephone of this browser: keeps passkeys, and always recognises its owner. */
async function addTelephone(page: Page) {
  const client = await protocolOf(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const recognise = (enabled: boolean) =>
    client.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  return { recognise };
}

test("a passkey opens the account without a password, from a service too", async ({
  page,
  mailTo,
}) => {
  const email = newAddress("cle");
  const telephone = await addTelephone(page);
  await createAccount(page, mailTo, email);
  await page.getByRole("link", { name: /mes moyens de connexion/ }).click();
  await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
  await expect(page.getByRole("status")).toContainText("votre clé d’accès est ajoutée");
  await mailTo(email, { subject: /Une clé d’accès ouvre/ });

  await page.getByRole("link", { name: /sur Linux/ }).click();
  await page.getByLabel("Nom de cette clé").fill("Téléphone de Léa");
  await page.getByRole("button", { name: "Enregistrer ce nom" }).click();
  await expect(page.getByRole("link", { name: "Téléphone de Léa" })).toBeVisible();

  await page.goto("/compte/confirmer?vers=/compte/connexion");
  await page.getByRole("button", { name: "Confirmer avec ma clé d’accès" }).click();
  await expect(page.getByRole("status")).toContainText("vous avez confirmé");

  // Recognised by itself, it would sign in again at once, as chosen in the list of the e-mail field.
  await telephone.recognise(false);
  await leave(page);
  await page.goto(`${addresses().portal}/se-connecter?retour=/mes-demandes`);
  await page.getByRole("button", { name: "Utiliser une clé d’accès" }).waitFor();
  await telephone.recognise(true);
  await page
    .getByRole("button", { name: "Utiliser une clé d’accès" })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await page.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(page.getByRole("heading", { name: "Mes demandes" })).toBeVisible();

  await page.goto(`${addresses().connect}/compte/connexion`);
  await page.getByRole("link", { name: "Téléphone de Léa" }).click();
  await page.getByRole("button", { name: "Retirer cette clé d’accès" }).click();
  await expect(page.getByRole("status")).toContainText("cette clé d’accès est retirée");
});

test("a link by mail opens the account: where it was asked for at once, elsewhere once confirmed", async ({
  page,
  mailTo,
  openAs,
}) => {
  const email = newAddress("lien");
  await createAccount(page, mailTo, email);
  const ask = async () => {
    const since = new Date();
    await leave(page);
    await page.getByRole("link", { name: "Recevoir un lien de connexion" }).click();
    await page.getByLabel("Courriel").fill(email);
    await page.getByRole("button", { name: "Recevoir le lien" }).click();
    await expect(page.getByRole("heading", { name: "Ouvrez votre courriel" })).toBeVisible();
    return linkIn(await mailTo(email, { subject: /lien de connexion/, after: since }));
  };
  await page.goto(await ask());
  await page.getByRole("button", { name: "Ouvrir mon compte" }).click();
  await expect(page.getByRole("heading", { name: "Mon compte" })).toBeVisible();

  const link = await ask();
  const elsewhere = await openAs(null);
  await elsewhere.goto(link);
  await expect(elsewhere.getByText(/demandé sur un autre appareil/)).toBeVisible();
  await elsewhere.getByRole("button", { name: "Oui, ouvrir mon compte ici" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Mon compte" })).toBeVisible();
});

test("an agent is reminded to add a second proof, adds a passkey, and keeps it", async ({
  page,
  mailTo,
  openAs,
}) => {
  const email = newAddress("agente");
  const administrator = await openAs("admin.metropole@exemple.fr", {
    baseURL: addresses().portal,
  });
  await administrator.goto("/administration/metropole-de-lyon/agents");
  const main = administrator.getByRole("main");
  await main.getByLabel("Courriel professionnel").fill(email);
  await main.getByLabel("Prénom").fill("Léa");
  await main.getByLabel("Nom", { exact: true }).fill("Fontaine");
  await main.getByLabel("Responsable").check({ force: true });
  await main.getByRole("button", { name: "Donner ce rôle" }).click();
  await expect(main.getByRole("status")).toContainText("le rôle est donné");

  await createAccount(page, mailTo, email);
  await leave(page);
  await addTelephone(page);
  await typeSignIn(page, email);
  await page.getByRole("button", { name: "Protéger mon compte" }).click();
  await page.getByRole("button", { name: "Ajouter une clé d’accès" }).click();
  await expect(page.getByRole("heading", { name: "Codes de secours" })).toBeVisible();
  await page.getByRole("button", { name: "J’ai noté mes codes" }).click();

  await page.getByRole("link", { name: /sur Linux/ }).click();
  await page.getByRole("button", { name: "Retirer cette clé d’accès" }).click();
  await expect(problems(page)).toContainText("Les agents gardent toujours une seconde preuve");
});
