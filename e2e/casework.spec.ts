import {
  expectDone,
  openFromQueue,
  problems,
  statusOf,
  track,
  trackingCode,
  unfold,
} from "./support/requests";
import { expect, type Page, test } from "./support/test";

const QUESTION = "Quelle est la date de livraison du camion ?";

const JOURNEYS = [
  { javaScriptEnabled: true, name: "Marc Delorme", rank: 1, accept: "Accorder l’autorisation" },
  { javaScriptEnabled: false, name: "Tomás Ferreira", rank: 19, accept: /^Accepter|^Accorder/ },
];

for (const { javaScriptEnabled, name, rank, accept } of JOURNEYS) {
  test(`un agent demande un complément, l’usager répond, l’agent décide (${javaScriptEnabled ? "avec" : "sans"} JavaScript)`, async ({
    openAs,
  }) => {
    const agent = await openAs("agent.bron@exemple.fr", { javaScriptEnabled });
    await openFromQueue(agent, name);
    await agent.getByRole("button", { name: "Prendre en charge" }).click();
    await expect(statusOf(agent)).toHaveText("En cours d’examen");
    await expectDone(agent, "cette demande est en cours d’examen");
    await expect(agent.getByText("Attribuée à vous.")).toBeVisible();

    await unfold(agent, "Demander un complément");
    await agent.getByLabel("Que manque-t-il ?").fill(QUESTION);
    await agent.getByRole("button", { name: "Demander un complément" }).click();
    await expect(statusOf(agent)).toHaveText("Complément demandé");
    await expectDone(agent, "le complément est demandé");
    await expect(agent.getByText(/Suspendu depuis/)).toBeVisible();

    const resident = await openAs(null, { javaScriptEnabled });
    await track(resident, trackingCode(rank));
    await expect(resident.getByRole("heading", { name: /À vous/ })).toBeVisible();
    await expect(resident.getByText(QUESTION).first()).toBeVisible();
    await resident.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(problems(resident).getByRole("link")).toHaveText("Écrivez votre réponse.");
    await resident.getByLabel("Votre réponse").fill("Le 12 au matin.");
    await resident.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(statusOf(resident)).toHaveText("En cours d’examen");
    await expect(resident.getByText("Le 12 au matin.")).toBeVisible();

    await agent.reload();
    await expect(agent.getByText("Le 12 au matin.")).toBeVisible();
    await agent.getByRole("button", { name: accept }).click();
    await expect(statusOf(agent)).toHaveText("Acceptée");
    await expectDone(agent, "cette demande est acceptée");

    await resident.reload();
    await expect(statusOf(resident)).toHaveText("Acceptée");
    await expect(resident.getByText("Votre demande est acceptée")).toBeVisible();
    await resident.getByText(/lecture.* par les agents de la Ville de Bron/).click();
    await expect(resident.getByText(/Un agent de la Ville de Bron/).first()).toBeVisible();
  });
}

test("deux agents décident : le second sait qui a été plus rapide, et garde ce qu’il avait écrit", async ({
  openAs,
  mailTo,
}) => {
  const karim = await openAs("agent.bron@exemple.fr");
  const claire = await openAs("admin.bron@exemple.fr");
  for (const page of [karim, claire]) await openFromQueue(page, "Léa Fontaine");

  await karim.getByRole("button", { name: "Accorder l’autorisation" }).click();
  await expect(statusOf(karim)).toHaveText("Acceptée");

  await unfold(claire, "Refuser avec un motif");
  await claire.getByLabel("Motif du refus").fill("La rue est déjà réservée.");
  await claire.getByRole("button", { name: "Refuser avec un motif" }).click();
  await expect(problems(claire).getByRole("heading")).toHaveText("Il y a un problème");
  await expect(problems(claire)).toContainText("vient de traiter cette demande");
  await expect(problems(claire)).toContainText("Karim Haddad");
  await expect(problems(claire)).toContainText("Demande acceptée");
  await expect(claire.getByText("La rue est déjà réservée.")).toBeVisible();
  await expect(statusOf(claire)).toHaveText("Acceptée");
  await mailTo("lea.fontaine@exemple.fr", { subject: /est acceptée/ });
});

test("un message part avec son fichier, et l’usager est prévenu", async ({ openAs, mailTo }) => {
  const agent = await openAs("agent.bron@exemple.fr");
  await openFromQueue(agent, "Yanis Cherif");
  await agent.getByLabel("Écrire à l’usager").fill("Voici le plan de la zone réservée.");
  await agent.locator("#fichiers").setInputFiles({
    name: "plan.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    ),
  });
  await expect(agent.getByText("plan.pdf").first()).toBeVisible();
  await agent.getByRole("button", { name: "Envoyer le message" }).click();
  await expectDone(agent, "votre message est envoyé");
  const message = agent.getByRole("article").filter({ hasText: "Voici le plan" });
  await expect(message.getByRole("link", { name: "plan.pdf" })).toBeVisible();

  await expect(agent.getByLabel("Écrire à l’usager")).toHaveValue("");
  await expect(agent.getByRole("button", { name: "Retirer plan.pdf" })).toHaveCount(0);

  const resident = await openAs(null);
  await track(resident, trackingCode(3));
  const link = resident.getByRole("link", { name: "plan.pdf" }).first();
  const file = await resident.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()["content-type"]).toBe("application/pdf");
  const mail = await mailTo("yanis.cherif@exemple.fr", { subject: /Nouveau message/ });
  expect(mail.text).toContain("/suivi");
});

test("une note interne reste entre agents", async ({ openAs }) => {
  const agent = await openAs("agent.bron@exemple.fr");
  await openFromQueue(agent, "Mei Nguyen");
  await agent.getByLabel("Ajouter une note").fill("Rappeler lundi.");
  await agent.getByRole("button", { name: "Ajouter" }).click();
  await expectDone(agent, "votre note est ajoutée");
  await expect(agent.getByRole("article").filter({ hasText: "Rappeler lundi." })).toBeVisible();

  const resident = await openAs(null);
  await track(resident, trackingCode(18));
  await expect(resident.getByRole("heading", { name: "Messages" })).toBeVisible();
  await expect(resident.getByText("Rappeler lundi.")).toHaveCount(0);
});

test("la file se filtre par son adresse, se cherche, et se parcourt au clavier", async ({
  page,
  signInAs,
}) => {
  await signInAs("agent.bron@exemple.fr");
  await page.goto("/agents/demandes");
  await page
    .getByRole("navigation", { name: "Vues" })
    .getByRole("link", { name: /Toutes/ })
    .click();
  await page.getByLabel("Statut").selectOption({ label: "Acceptée" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get("statut") === "accepted");
  await expect(page.getByRole("cell", { name: "Acceptée" }).first()).toBeVisible();

  await page.getByLabel("Rechercher").fill("traore");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByRole("rowheader", { name: /Aïcha Traoré/ }).first()).toBeVisible();

  await page.goto("/agents/demandes?vue=toutes");
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  const first = page.getByRole("rowheader").first().getByRole("link");
  await expect(first).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Actions" })).toBeVisible();

  await page.goto("/agents/demandes?vue=toutes&statut=refused");
  await page.getByRole("rowheader").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Réponse envoyée à l’usager" })).toBeVisible();
});

for (const { javaScriptEnabled, email } of [
  { javaScriptEnabled: true, email: "agent.vaulx@exemple.fr" },
  { javaScriptEnabled: false, email: "agent.metropole@exemple.fr" },
])
  test(`plusieurs demandes libres se prennent ensemble (${javaScriptEnabled ? "avec" : "sans"} JavaScript)`, async ({
    openAs,
  }) => {
    const page = await openAs(email, { javaScriptEnabled });
    await page.goto("/agents/demandes?vue=libres");
    const free = page.getByRole("rowheader");
    const before = await free.count();
    expect(before).toBeGreaterThan(1);
    await page.getByRole("button", { name: "Me les attribuer" }).click();
    await expect(page).toHaveTitle(/^Erreur/);
    await problems(page).getByRole("link", { name: "Sélectionnez au moins une demande" }).click();
    await expect(page.getByRole("checkbox").first()).toBeFocused();
    await page.keyboard.press("Space");
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("button", { name: "Me les attribuer" }).click();
    await expectDone(page, "2 demandes vous sont attribuées");
    await expect(free).toHaveCount(before - 2);
  });

test("qui ne traite pas de demandes est mené à l’administration, pas devant une file vide", async ({
  openAs,
}) => {
  const page = await openAs("dpo.metropole@exemple.fr");
  await page.goto("/agents/demandes");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Vous ne traitez pas de demandes",
  );
  await expect(page.getByRole("main")).toContainText("délégué à la protection des données");
  await page.getByRole("link", { name: "Aller à l’administration" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Administration");
});

const UNITS = "/administration/metropole-de-lyon/services";

/** From the list of units: gives all that a unit does to another one, and stays on its page. */
async function handOver(page: Page, from: string, to: string) {
  await page.goto(UNITS);
  const main = page.getByRole("main");
  await main.getByRole("link", { name: new RegExp(`Modifier.*${from}`) }).click();
  await main.getByRole("button", { name: "Vérifier avant de confier" }).click();
  await expect(page).toHaveTitle(/^Erreur/);
  await expect(problems(page).getByRole("link")).toHaveText(
    "Choisissez le service qui prend la suite",
  );
  await main.getByLabel("Service qui prend la suite").selectOption({ label: to });
  await main.getByRole("button", { name: "Vérifier avant de confier" }).click();
  await expect(main.getByText(/en cours$/)).toBeVisible();
  await main.getByRole("button", { name: `Confier au service ${to}` }).click();
  await expectDone(page, "sont confiées à l’autre service");
  await expect(main).toContainText(/Il reçoit 0\sdémarche et suit 0\sdemande/);
}

test("un service confie tout ce qu’il fait à un autre, puis ferme, avec et sans JavaScript", async ({
  openAs,
}) => {
  const [kept, passing] = ["Collecte et déchèteries", `Tri ${Date.now()}`];
  const page = await openAs("admin.metropole@exemple.fr");
  await page.goto(UNITS);
  await page.getByLabel("Nom du service").fill(passing);
  await page.getByRole("button", { name: "Ajouter ce service" }).click();
  await expectDone(page, "le service est ajouté");
  await handOver(page, kept, passing);

  const agent = await openAs("agent.metropole@exemple.fr");
  await agent.goto("/agents/demandes?vue=toutes&q=Mei+Nguyen");
  await expect(agent.getByText("Aucune demande ici")).toBeVisible();

  const slow = await openAs("admin.metropole@exemple.fr", { javaScriptEnabled: false });
  await handOver(slow, passing, kept);
  await slow.getByRole("button", { name: `Fermer le service ${passing}` }).click();
  await expectDone(slow, "le service est fermé");

  await agent.reload();
  await agent
    .getByRole("rowheader")
    .first()
    .getByRole("link", { name: /Mei Nguyen/ })
    .click();
  await expect(agent.getByText(`Demande confiée au service ${kept}`)).toBeVisible();
});
