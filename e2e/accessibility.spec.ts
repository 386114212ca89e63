import { expectAccessible } from "./support/axe";
import { addresses, expect, type Page, test } from "./support/test";

type Place = {
  name: string;
  /** On the portal unless it starts with the other host. */
  path: string;
  as?: string;
  /** From that page to one whose address is not known in advance. */
  go?: (page: Page) => Promise<unknown>;
};

const { connect, partner } = addresses();

const RESIDENT = "usager.bron@exemple.fr";
const AGENT = "agent.bron@exemple.fr";
const ADMIN = "admin.bron@exemple.fr";
const DPO = "dpo.metropole@exemple.fr";
const UNITS = "/administration/bron/services";

const inMain = (page: Page) => page.getByRole("main");

async function startDraft(page: Page) {
  await inMain(page)
    .getByRole("button", { name: /Commencer/ })
    .click();
  await expect(inMain(page).getByText(/^Étape 1 sur/)).toBeVisible();
}

async function faultyStep(page: Page) {
  await startDraft(page);
  await inMain(page).getByRole("button", { name: "Continuer" }).click();
  await expect(inMain(page).getByRole("alert")).toBeFocused();
}

const openRequest = (status: string) => async (page: Page) => {
  await inMain(page)
    .getByRole("listitem")
    .filter({ hasText: status })
    .getByRole("link")
    .first()
    .click();
  await expect(inMain(page).getByText("Où en est ma demande")).toBeVisible();
};

async function openQueued(page: Page) {
  await inMain(page).getByRole("table").getByRole("link").first().click();
  await page.waitForURL("**/agents/demandes/*");
}

async function saveContact(page: Page) {
  await inMain(page).getByRole("button", { name: "Enregistrer les coordonnées" }).click();
  await expect(inMain(page).getByRole("status")).toContainText("C’est fait");
}

async function addTotp(page: Page) {
  await inMain(page).getByRole("button", { name: "Ajouter une application de codes" }).click();
  await expect(inMain(page).getByLabel(/^Code à 6/)).toBeVisible();
}

async function openUnit(page: Page) {
  await inMain(page)
    .getByRole("link", { name: /^Modifier.*Voirie$/ })
    .click();
  await expect(inMain(page).getByRole("heading", { name: "Fermer ce service" })).toBeVisible();
}

async function faultyHandOver(page: Page) {
  await openUnit(page);
  await inMain(page).getByRole("button", { name: "Vérifier avant de confier" }).click();
  await expect(inMain(page).getByRole("alert")).toBeFocused();
}

async function checkHandOver(page: Page) {
  await faultyHandOver(page);
  await inMain(page).getByLabel("Service qui prend la suite").selectOption({ label: "Propreté" });
  await inMain(page).getByRole("button", { name: "Vérifier avant de confier" }).click();
  await expect(
    inMain(page).getByRole("button", { name: "Confier au service Propreté" }),
  ).toBeVisible();
}

async function askedToShare(page: Page) {
  await page.getByRole("button", { name: /^Se connecter avec/ }).click();
  await page.waitForURL("**/interaction/*");
}

/** Somebody whom no test gives an account. */
async function identified(page: Page) {
  await page.getByRole("button", { name: "S’identifier avec FranceConnect" }).click();
  await page.getByRole("button", { name: /GIRARD/ }).click();
  await expect(page.getByRole("heading", { name: "Bonjour Simone GIRARD" })).toBeVisible();
}

async function askedToProve(page: Page) {
  await identified(page);
  await page.getByLabel("Courriel").fill(`simone.${Date.now()}@exemple.fr`);
  await page.getByLabel("J’accepte les conditions").check({ force: true });
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(page.getByRole("heading", { name: "Vérifiez votre adresse" })).toBeVisible();
}

async function faultySignUp(page: Page) {
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await page.waitForURL(/retour=/);
}

const PUBLIC: Place[] = [
  { name: "home", path: "/" },
  { name: "catalogue", path: "/demarches" },
  { name: "catalogue, nothing found", path: "/demarches?q=zzzzzz" },
  { name: "procedure", path: "/demarches/stationnement-demenagement?commune=69029" },
  { name: "procedure of another site", path: "/demarches/acte-naissance?commune=69123" },
  { name: "commune", path: "/c/69029" },
  { name: "choice of a place", path: "/lieu" },
  { name: "tracking by code", path: "/suivi" },
  { name: "help", path: "/aide" },
  { name: "site map", path: "/plan-du-site" },
  { name: "legal notice", path: "/mentions-legales" },
  { name: "personal data", path: "/donnees-personnelles" },
  { name: "cookies", path: "/cookies" },
  { name: "accessibility", path: "/accessibilite" },
  { name: "display", path: "/affichage" },
  { name: "not found", path: "/nulle-part" },
  { name: "first step", path: "/demarches/demande-information?commune=69029", go: startDraft },
  { name: "faulty step", path: "/demarches/demande-information?commune=69029", go: faultyStep },
];

const ACCOUNT: Place[] = [
  { name: "sign-in", path: "/se-connecter" },
  { name: "sign-up", path: `${connect}/inscription` },
  { name: "faulty sign-up", path: `${connect}/inscription`, go: faultySignUp },
  { name: "forgotten password", path: `${connect}/mot-de-passe-oublie` },
  {
    name: "dead link",
    path: `${connect}/mot-de-passe-oublie/00000000-0000-4000-8000-000000000000`,
  },
  { name: "help to sign in", path: `${connect}/aide-connexion` },
  { name: "cookies of the account", path: `${connect}/cookies` },
  { name: "account", path: `${connect}/compte`, as: RESIDENT },
  { name: "identity", path: `${connect}/compte/identite`, as: RESIDENT },
  { name: "address", path: `${connect}/compte/adresse`, as: RESIDENT },
  { name: "password", path: `${connect}/compte/mot-de-passe`, as: RESIDENT },
  { name: "e-mail", path: `${connect}/compte/courriel`, as: RESIDENT },
  { name: "certification", path: `${connect}/compte/certification`, as: RESIDENT },
  { name: "FranceConnect away", path: `${connect}/franceconnect/erreur?raison=indisponible` },
  { name: "identified, and new", path: `${connect}/connexion`, go: identified },
  { name: "proof of a mailbox", path: `${connect}/connexion`, go: askedToProve },
  {
    name: "confirmation",
    path: `${connect}/compte/confirmer?vers=/compte/courriel`,
    as: RESIDENT,
  },
  { name: "means of entering", path: `${connect}/compte/connexion`, as: RESIDENT },
  { name: "recovery codes", path: `${connect}/compte/connexion/codes`, as: RESIDENT },
  {
    name: "adding an application of codes",
    path: `${connect}/compte/connexion`,
    as: RESIDENT,
    go: addTotp,
  },
  { name: "link by mail", path: `${connect}/connexion/lien` },
  { name: "reminder to an agent", path: `${connect}/connexion/protection`, as: AGENT },
  { name: "devices", path: `${connect}/compte/appareils`, as: RESIDENT },
  { name: "mandates", path: `${connect}/compte/mandats`, as: RESIDENT },
  { name: "help asked for", path: `${connect}/compte/mandats/demander`, as: RESIDENT },
  { name: "help offered", path: `${connect}/compte/mandats/proposer`, as: RESIDENT },
  { name: "household", path: `${connect}/compte/foyer`, as: RESIDENT },
  { name: "a child more", path: `${connect}/compte/foyer/ajouter`, as: RESIDENT },
  { name: "security journal", path: `${connect}/compte/securite`, as: RESIDENT },
  { name: "closure", path: `${connect}/compte/suppression`, as: RESIDENT },
  { name: "merge", path: `${connect}/compte/fusion`, as: RESIDENT },
  { name: "recovery", path: `${connect}/recuperation` },
];

const SIGNED_IN: Place[] = [
  { name: "home of a resident", path: "/", as: RESIDENT },
  { name: "own requests", path: "/mes-demandes", as: RESIDENT },
  {
    name: "request waiting for a supplement",
    path: "/mes-demandes",
    as: RESIDENT,
    go: openRequest("Complément demandé"),
  },
  { name: "accepted request", path: "/mes-demandes", as: RESIDENT, go: openRequest("Acceptée") },
  { name: "own data", path: "/mes-donnees", as: RESIDENT },
  { name: "partner", path: partner },
  { name: "consent", path: partner, as: RESIDENT, go: askedToShare },
  { name: "sign-in that failed", path: `${connect}/interaction/erreur?code=invalid_client` },
  { name: "error codes", path: `${connect}/kit/erreurs` },
  { name: "an error code", path: `${connect}/kit/erreurs/invalid_grant` },
  { name: "administration", path: "/administration", as: ADMIN },
  { name: "contact data just saved", path: "/administration/bron", as: ADMIN, go: saveContact },
  { name: "units", path: UNITS, as: ADMIN },
  { name: "unit", path: UNITS, as: ADMIN, go: openUnit },
  { name: "faulty hand-over", path: UNITS, as: ADMIN, go: faultyHandOver },
  { name: "hand-over to check", path: UNITS, as: ADMIN, go: checkHandOver },
  { name: "agents and roles", path: "/administration/bron/agents", as: ADMIN },
  { name: "ledger", path: "/administration/consentements", as: DPO },
  { name: "queue of whoever treats nothing", path: "/agents/demandes", as: DPO },
  { name: "queue", path: "/agents/demandes", as: AGENT },
  { name: "queued request", path: "/agents/demandes", as: AGENT, go: openQueued },
];

const PLACES = [...PUBLIC, ...ACCOUNT, ...SIGNED_IN];

for (const { name, path, as, go } of PLACES) {
  test(`${name} is accessible, in both themes, from 320 px`, async ({ page, signInAs }) => {
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOurs = ["127.0.0.1", "localhost"].includes(hostname);
      if (protocol.startsWith("http") && !isOurs) elsewhere.push(request.url());
    });
    if (as) await signInAs(as);
    await page.goto(path);
    await go?.(page);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    expect(elsewhere, "calls to another site").toEqual([]);
  });
}

test("the keyboard can skip the header", async ({ page }) => {
  await page.goto("/affichage");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const javaScriptEnabled of [true, false])
  test(`the theme can be chosen ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
  }) => {
    const page = await openAs(null, { javaScriptEnabled, colorScheme: "light" });
    await page.goto("/affichage");
    const ground = () =>
      page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(await ground()).toBe("rgb(251, 250, 247)");
    await page.getByLabel("Sombre").check();
    await page.getByRole("button", { name: "Enregistrer mon choix" }).click();
    await expect(page.getByRole("status")).toContainText("votre affichage est enregistré");
    expect(await ground()).toBe("rgb(18, 25, 27)");
    await page.goto("/aide");
    expect(await ground()).toBe("rgb(18, 25, 27)");
  });
