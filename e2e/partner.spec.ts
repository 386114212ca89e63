import { type ChildProcess, spawn } from "node:child_process";
import { freePorts } from "../scripts/lib/ports.mjs";
import { addresses, expect, type Page, test } from "./support/test";

const { connect } = addresses();
const SIREN = "552100554";

const luhn = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, rank) => {
    const value = Number(digit) * (rank % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) % 10;

/** Another establishment each time, with its key. */
function newSiret() {
  const start = SIREN + String(Math.floor(Math.random() * 9_000) + 1_000);
  const key = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => luhn(`${start}${digit}`) === 0);
  return `${start}${key}`;
}

async function registerOrganisation(page: Page) {
  await page.goto("/partenaires/nouvel-organisme");
  await page.getByLabel("Nom de l’organisme").fill(`Piscines ${Date.now()}`);
  await page.getByLabel("SIRET").fill(newSiret());
  await page.getByLabel("Téléphone de contact").fill("04 65 71 20 20");
  await page.getByRole("button", { name: "Enregistrer l’organisme" }).click();
  await expect(page.getByRole("status")).toContainText("votre organisme est enregistré");
}

async function createService(page: Page, own: string) {
  await page.getByRole("link", { name: "Créer un service d’essai" }).click();
  await page.getByLabel("Nom du service").fill("Réservation des bassins");
  await page.getByLabel("À quoi serviront les informations").fill("réserver une ligne d’eau");
  await page.getByLabel("Si la personne refuse").fill("Si vous refusez, téléphonez-nous.");
  await page.getByLabel("Adresses de retour").fill(`${own}/retour`);
  await page.getByLabel("Adresses après déconnexion").fill(`${own}/`);
  await page.getByLabel("Adresse de déconnexion").fill(`${own}/deconnexion-annoncee`);
  const name = page.getByRole("group", { name: "Nom et prénom" });
  await name.getByLabel("Nécessaire").check({ force: true });
  await page.getByLabel(/^Pourquoi.*Nom et prénom/).fill("Pour vous accueillir par votre nom.");
  await page.getByRole("button", { name: "Créer le service d’essai" }).click();
  const shown = async (term: string) =>
    (await page
      .locator("dt", { hasText: term })
      .locator("xpath=following-sibling::dd")
      .textContent()) ?? "";
  return { id: await shown("Identifiant"), secret: await shown("Secret") };
}

/** The sample of the guide, as a developer would run it. */
async function startSample(own: string, { id, secret }: { id: string; secret: string }) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "docs/kit/samples/typescript-openid-client/server.ts"],
    {
      env: { ...process.env, ISSUER: connect, CLIENT_ID: id, CLIENT_SECRET: secret, BASE_URL: own },
      stdio: "inherit",
    },
  );
  const isUp = () =>
    fetch(own).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
  return child;
}

/** A test resident refuses, then accepts; the service meets five wrong answers, and a sign-out. */
async function tryService(developer: Page, resident: Page, own: string) {
  const service = developer.url().replace(/\/secret.*/, "");
  await developer.goto(service.replace(/\/services.*/, "/comptes-essai"));
  const [password = "", email = ""] = await developer.locator("main code").allInnerTexts();
  await resident.goto(`${own}/connexion`);
  await resident.getByLabel("Courriel").fill(email);
  await resident.getByLabel("Mot de passe", { exact: true }).fill(password);
  await resident.getByRole("button", { name: "Se connecter" }).click();
  await resident.getByRole("button", { name: "Refuser et revenir au service" }).click();
  await expect(resident.getByText("Vous n’avez rien partagé")).toBeVisible();
  await resident.waitForTimeout(1_200);
  await resident.goto(`${own}/connexion`);
  await resident.getByRole("button", { name: "Accepter et continuer" }).click();
  await expect(resident.getByRole("heading", { name: /^Bonjour/ })).toBeVisible();

  await developer.goto(`${service}/verifications`);
  await developer.getByRole("button", { name: "Armer l’essai" }).click();
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await resident.goto(`${own}/connexion`);
    await expect(resident.getByText("La connexion n’a pas abouti")).toBeVisible();
  }
  await resident.goto(`${own}/connexion`);
  await resident.getByRole("link", { name: "Se déconnecter" }).click();
  await expect(async () => {
    await developer.goto(`${service}/verifications`);
    await expect(developer.getByText("Tout est vérifié")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 40_000 });
  return service;
}

async function askForProduction(page: Page, service: string) {
  await page.goto(`${service}/production`);
  for (const [label, text] of [
    ["Finalités", "Réserver une ligne d’eau."],
    ["Base légale", "Mission d’intérêt public."],
    ["Catégories de personnes", "Baigneurs : leur nom."],
    ["Durées de conservation", "Un an, puis effacement."],
    ["Destinataires", "La régie des piscines seule."],
    ["Mesures de sécurité", "Accès nominatifs et journaux."],
    ["Nom du délégué", "Isabelle Roche"],
    ["Son courriel", "dpo@piscines.example"],
    ["Adresses de retour", "https://bassins.example/retour"],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "Envoyer la demande à la Métropole" }).click();
  await expect(page.getByRole("status")).toContainText("la demande est envoyée");
}

async function acceptAs(admin: Page) {
  await admin.goto("/administration/raccordements");
  await admin.getByRole("link", { name: "Réservation des bassins" }).first().click();
  const whole = admin.getByRole("group", { name: "La mise en production" });
  await whole.getByLabel("Accepter").check({ force: true });
  await admin.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(admin.getByRole("status")).toContainText("la demande est acceptée");
}

test("a developer connects a service: sandbox, checklist, review, production", async ({
  page,
  signInAs,
  openAs,
}) => {
  test.setTimeout(120_000);
  const own = `http://localhost:${await freePorts(1)}`;
  let sample: ChildProcess | undefined;
  try {
    await signInAs("usager.vaulx@exemple.fr");
    await registerOrganisation(page);
    sample = await startSample(own, await createService(page, own));
    const service = await tryService(page, await openAs(null), own);
    await askForProduction(page, service);
    await acceptAs(await openAs("admin.metropole@exemple.fr"));
    await page.goto(`${service}/production`);
    await page.getByLabel(/^J’accepte cette convention/).check({ force: true });
    await page.getByRole("button", { name: "Activer le service en production" }).click();
    await expect(page.getByRole("status")).toContainText("le service est en production");
    await expect(page.getByText("Copiez le secret maintenant")).toBeVisible();
  } finally {
    sample?.kill();
  }
});
