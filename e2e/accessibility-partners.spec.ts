import { expectAccessible } from "./support/axe";
import { addresses, expect, type Page, test } from "./support/test";

const { connect, partner } = addresses();
const METROPOLE = "admin.metropole@exemple.fr";
const PARTNER = "partenaire@exemple.fr";
const HOME = "/partenaires/regie-des-bassins-0290";

/** As a partner that lets nobody in without a certified identity. */
const SURER = `${connect}/oidc/auth?${new URLSearchParams({
  client_id: "pass-urbain",
  response_type: "code",
  scope: "openid",
  redirect_uri: `${partner}/retour`,
  code_challenge: "x".repeat(43),
  code_challenge_method: "S256",
  claims: JSON.stringify({ id_token: { acr: { essential: true, value: "eidas1" } } }),
})}`;

type Place = { name: string; path: string; as?: string; tab?: string };

const PLACES: Place[] = [
  { name: "guide", path: `${connect}/kit` },
  { name: "a surer proof", path: SURER, as: "usager.bron@exemple.fr" },
  { name: "guide with a sample", path: `${connect}/kit/python` },
  { name: "partners' home", path: "/partenaires" },
  { name: "new organisation", path: "/partenaires/nouvel-organisme", as: PARTNER },
  { name: "new service", path: `${HOME}/nouveau-service`, as: PARTNER },
  { name: "test residents", path: `${HOME}/comptes-essai`, as: PARTNER },
  { name: "team", path: `${HOME}/equipe`, as: PARTNER },
  { name: "checklist", path: HOME, as: PARTNER, tab: "Vérifications" },
  { name: "record of processing", path: HOME, as: PARTNER, tab: "Production" },
  { name: "figures of a service", path: HOME, as: PARTNER, tab: "Chiffres" },
  { name: "logouts of a service", path: HOME, as: PARTNER, tab: "Déconnexions" },
  { name: "recoveries", path: "/administration/recuperations", as: METROPOLE },
  { name: "a recovery asked for", path: "/administration/recuperations/nouvelle", as: METROPOLE },
  { name: "connected services", path: "/administration/raccordements", as: METROPOLE },
];

async function openTab(page: Page, tab: string) {
  await page.getByRole("link", { name: "Réservation des bassins" }).click();
  await page.getByRole("link", { name: tab, exact: true }).click();
}

for (const { name, path, as, tab } of PLACES)
  test(`${name} is accessible, in both themes, from 320 px`, async ({ page, signInAs }) => {
    if (as) await signInAs(as);
    await page.goto(path);
    if (tab) await openTab(page, tab);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });

test("a partner's space is nobody else's", async ({ askAs }) => {
  const stranger = await askAs("usager.lyon@exemple.fr");
  const town = await askAs("admin.bron@exemple.fr");
  const is404 = async (asker: typeof town, path: string) =>
    expect((await asker.get(path)).status(), path).toBe(404);
  for (const path of ["", "/equipe", "/comptes-essai", "/courriels", "/nouveau-service"])
    await is404(stranger, `${HOME}${path}`);
  for (const asker of [stranger, town]) await is404(asker, "/administration/raccordements");
});
