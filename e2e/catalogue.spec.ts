import { expect, type Page, test } from "./support/test";

const main = (page: Page) => page.getByRole("main");
const MOVING = "/demarches/stationnement-demenagement";

async function choosePlace(page: Page, typed: string) {
  await main(page).getByLabel("Votre adresse ou votre commune").fill(typed);
  await main(page).getByRole("button", { name: "Valider" }).click();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("from words with a typo to the first step of a form, at the right provider", async ({
    page,
  }) => {
    await page.goto("/demarches?commune=69029");
    await main(page).getByLabel("Que cherchez-vous").fill("demenagment");
    await main(page).getByRole("button", { name: "Rechercher" }).click();
    await main(page).getByRole("link", { name: "Stationner un camion" }).click();
    await expect(main(page).getByText("Ville de Bron").first()).toBeVisible();
    await expect(main(page).getByText("Gratuit pour les particuliers")).toBeVisible();
    await expect(main(page).getByRole("link", { name: /^04.65.71.20.33$/ })).toBeVisible();
    await main(page).getByRole("button", { name: "Commencer la démarche" }).click();
    await expect(main(page).getByText(/^Étape 1 sur/)).toBeVisible();
    expect(page.url()).toContain("/mes-demandes/BRON-");
  });

  test("a shared postal code asks which commune, and the place is remembered", async ({ page }) => {
    await page.goto("/lieu?q=69250&retour=/demarches");
    await main(page).getByRole("button", { name: "Neuville-sur-Saône" }).click();
    await expect(page).toHaveURL("/demarches");
    await expect(main(page).getByText("Neuville-sur-Saône").first()).toBeVisible();
    await expect(main(page).getByText("Pas encore proposée ici").first()).toBeVisible();
    await page.goto("/");
    await expect(
      main(page).getByRole("heading", { name: "les plus demandées à Neuville-sur-Saône" }),
    ).toBeVisible();
  });
});

test("the same need is answered here, on another site, or by phone, and it is said", async ({
  page,
}) => {
  await page.goto(`${MOVING}?commune=69256`);
  await expect(main(page).getByText("Ville de Vaulx-en-Velin").first()).toBeVisible();
  await expect(main(page).getByRole("button", { name: "Commencer la démarche" })).toBeVisible();

  await page.goto(`${MOVING}?commune=69383`);
  await expect(
    main(page).getByRole("heading", {
      name: "La Ville de Lyon traite cette démarche sur son propre site",
    }),
  ).toBeVisible();
  await expect(main(page).getByRole("link", { name: "Continuer sur lyon.fr" })).toHaveAttribute(
    "href",
    "https://www.lyon.fr/",
  );
  await expect(main(page).getByRole("button", { name: "Commencer la démarche" })).toHaveCount(0);

  await page.goto(`${MOVING}?commune=69266`);
  await expect(main(page).getByText("n’est pas encore proposée à Villeurbanne")).toBeVisible();
  await expect(
    main(page).getByRole("heading", { name: "Joindre la Ville de Villeurbanne" }),
  ).toBeVisible();

  await page.goto(MOVING);
  await expect(main(page).getByText("C’est votre commune qui s’en occupe")).toBeVisible();
});

test("an address gives the commune, and the home page follows", async ({ page }) => {
  await page.goto("/");
  await choosePlace(page, "12 rue de la Marne, Bron");
  const chosen = main(page).getByRole("button", { name: /rue de la Marne, 69500 Bron/ });
  await expect(chosen.or(main(page).getByText("Changer de lieu"))).toBeVisible();
  if (await chosen.isVisible()) await chosen.click();
  await expect(main(page).getByText("les plus demandées à Bron")).toBeVisible();
  await expect(main(page).getByText("12 rue de la Marne")).toBeVisible();
});

test("filters are in the address, and an empty result helps", async ({ page }) => {
  await page.goto("/demarches");
  await main(page).getByLabel("Thème").selectOption({ label: "Déchets et tri" });
  await main(page).getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/theme=waste/);
  await expect(main(page).getByRole("heading", { name: /^2.démarches$/ })).toBeVisible();
  await page.goto("/demarches?q=zzzzzz&theme=waste");
  await expect(main(page).getByText(/Aucune démarche pour/)).toBeVisible();
  await main(page).getByRole("link", { name: "Poser la question à un agent" }).click();
  await expect(
    main(page).getByRole("heading", { level: 1, name: "Poser une question" }),
  ).toBeVisible();
});

test("on a phone the results come first: the filters are folded, and say what they are set to", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/demarches?theme=waste");
  await expect(main(page).getByRole("heading", { name: /^2.démarches$/ })).toBeInViewport();
  await expect(main(page).getByLabel("Thème")).toBeHidden();
  await main(page).getByText("Filtres : Déchets et tri").click();
  await main(page).getByLabel("Thème").selectOption("");
  await main(page).getByLabel("Que cherchez-vous").fill("ecole");
  await main(page).getByRole("button", { name: "Rechercher" }).click();
  await expect(main(page).getByRole("heading", { name: /^1.démarche$/ })).toBeInViewport();
});

test("a former code leads to the commune of today, an unknown one nowhere", async ({ page }) => {
  for (const address of ["/demarches?q=%00", "/demarches/%00", "/c/%00"]) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("introuvable");
  }
  await page.goto("/c/69152");
  await expect(page).toHaveURL(/\/c\/69149$/);
  await expect(main(page).getByRole("heading", { level: 1 })).toContainText(
    "Oullins-Pierre-Bénite",
  );
  for (const path of ["/c/75056", "/c/bron", "/demarches/inconnue"])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("a deep link fills the form, and its personal values never reach an address", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(
    "/demarches/demande-information?commune=69029&prefill.sujet=Piscine#prefill.demandeur.familyName=Benali",
  );
  await expect(page).not.toHaveURL(/Benali/);
  await main(page).getByRole("button", { name: "Commencer la démarche" }).click();
  await expect(main(page).getByLabel("Sujet")).toHaveValue("Piscine");
  await main(page).getByLabel("Votre question").fill("Quand ouvre-t-elle ?");
  await main(page).getByRole("button", { name: "Continuer" }).click();
  await expect(main(page).getByLabel("Nom", { exact: true })).toHaveValue("Benali");
  expect(asked.filter((url) => url.includes("Benali"))).toEqual([]);
});

test("a procedure that gives a right asks for an account", async ({ page }) => {
  await page.goto("/demarches/pass-urbain");
  const signIn = main(page).getByRole("link", { name: "Me connecter pour commencer" });
  await expect(signIn).toHaveAttribute(
    "href",
    /^\/se-connecter\?retour=%2Fdemarches%2Fpass-urbain/,
  );
});

test("an administrator changes opening hours, adds a unit and closes it", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin.bron@exemple.fr");
  await page.goto("/administration");
  await main(page).getByRole("link", { name: "Ville de Bron" }).click();
  await main(page).getByLabel("Téléphone").fill("12");
  await main(page).getByRole("button", { name: "Enregistrer les coordonnées" }).click();
  await expect(main(page).getByRole("alert")).toContainText("10 chiffres");
  await main(page).getByLabel("Téléphone").fill("04 65 71 20 20");
  await main(page).getByRole("button", { name: "Enregistrer les coordonnées" }).click();
  await expect(main(page).getByRole("status")).toContainText("enregistrées");

  const name = `Essai ${Date.now()}`;
  await main(page).getByRole("link", { name: "Services", exact: true }).click();
  await main(page).getByLabel("Nom du service").fill(name);
  await main(page).getByRole("button", { name: "Ajouter ce service" }).click();
  await main(page)
    .getByRole("link", { name: new RegExp(name) })
    .click();
  await main(page)
    .getByRole("button", { name: `Fermer le service ${name}` })
    .click();
  await expect(main(page).getByRole("status")).toContainText("fermé");
  await expect(main(page).getByText(name)).toHaveCount(0);
});

test("a role is given by e-mail, and taken away after a confirmation", async ({
  page,
  signInAs,
}) => {
  await signInAs("admin.metropole@exemple.fr");
  await page.goto("/administration/metropole-de-lyon/agents");
  const email = `agent.${Date.now()}@exemple.fr`;
  await main(page).getByLabel("Courriel professionnel").fill(email);
  await main(page).getByLabel("Prénom").fill("Nadia");
  await main(page).getByLabel("Nom", { exact: true }).fill("Essai");
  await main(page).getByLabel("Responsable").check({ force: true });
  await main(page).getByRole("button", { name: "Donner ce rôle" }).click();
  const row = main(page).getByRole("row").filter({ hasText: email });
  await row.getByRole("link", { name: /^Retirer/ }).click();
  await main(page).getByRole("button", { name: "Retirer ce rôle à Nadia Essai" }).click();
  await expect(main(page).getByRole("status")).toContainText("retiré");
  await expect(main(page).getByText(email)).toHaveCount(0);
});

test("the DPO sees an unbroken ledger and figures without names", async ({ page, signInAs }) => {
  await signInAs("dpo.metropole@exemple.fr");
  await page.goto("/administration/consentements");
  await expect(main(page).getByText("La chaîne de preuves est intacte")).toBeVisible();
  await expect(main(page).getByRole("row").filter({ hasText: "Pass Urbain" })).toBeVisible();
  await expect(main(page).getByText("@exemple.fr")).toHaveCount(0);
});
