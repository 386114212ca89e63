import { globSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./support/test";

/** One person of each kind; it is the first one's request that is looked for. */
const PEOPLE = {
  owner: "usager.bron@exemple.fr",
  resident: "usager.vaulx@exemple.fr",
  agent: "agent.bron@exemple.fr",
  agentElsewhere: "agent.vaulx@exemple.fr",
  manager: "admin.bron@exemple.fr",
  administratorElsewhere: "admin.metropole@exemple.fr",
  nobody: null,
} as const;
type Who = keyof typeof PEOPLE;

const ALL = Object.keys(PEOPLE) as Who[];
const SIGNED_IN = ALL.filter((who) => who !== "nobody");
const AGENTS = SIGNED_IN.filter((who) => who !== "owner" && who !== "resident");
const ADMINISTRATORS: Who[] = ["manager", "administratorElsewhere"];
const OWNER: Who[] = ["owner"];

const request = "/mes-demandes/{reference}";

/** Every page of the portal, an address of it, and who gets in. A new page has to be added here. */
const DOORS: Record<string, readonly [path: string, opensTo: readonly Who[]]> = {
  "(portal)": ["/", ALL],
  "(portal)/aide": ["/aide", ALL],
  "(portal)/c/[insee]": ["/c/69029", ALL],
  "(portal)/demarches": ["/demarches", ALL],
  "(portal)/demarches/[slug]": ["/demarches/reclamation", ALL],
  "(portal)/lieu": ["/lieu", ALL],
  "(portal)/plan-du-site": ["/plan-du-site", ALL],
  "(portal)/se-connecter/erreur": ["/se-connecter/erreur", ALL],
  "(portal)/suivi": ["/suivi", ALL],
  "(portal)/suivi/rattacher": ["/suivi/rattacher", []],
  "(portal)/mes-demandes": ["/mes-demandes", SIGNED_IN],
  "(portal)/mes-donnees": ["/mes-donnees", SIGNED_IN],
  "(portal)/mes-demandes/[reference]": [request, OWNER],
  "(portal)/mes-demandes/[reference]/annuler": [`${request}/annuler`, OWNER],
  "(portal)/mes-demandes/[reference]/envoyee": [`${request}/envoyee`, OWNER],
  // Sent already: its steps lead its owner back to the request, and nobody else anywhere.
  "(portal)/mes-demandes/[reference]/[step]": [`${request}/vous`, []],
  "(portal)/mes-demandes/[reference]/plus-tard": [`${request}/plus-tard`, []],
  "(portal)/mes-demandes/[reference]/recapitulatif": [`${request}/recapitulatif`, []],
  "(portal)/mes-demandes/[reference]/reprendre": [`${request}/reprendre`, []],
  "(portal)/mes-demandes/[reference]/supprimer": [`${request}/supprimer`, []],
  "(agents)/agents": ["/agents/demandes", AGENTS],
  "(agents)/agents/demandes": ["/agents/demandes?vue=toutes", AGENTS],
  "(agents)/agents/demandes/[reference]": ["/agents/demandes/{reference}", ["agent", "manager"]],
  "(admin)/administration": ["/administration", ADMINISTRATORS],
  "(admin)/administration/[slug]": ["/administration/bron", ["manager"]],
  "(admin)/administration/[slug]/agents": ["/administration/bron/agents", ["manager"]],
  "(admin)/administration/[slug]/agents/[agent]": [
    "/administration/bron/agents/00000000-0000-4000-8000-000000000000",
    [],
  ],
  "(admin)/administration/[slug]/services": ["/administration/bron/services", ["manager"]],
  "(admin)/administration/[slug]/services/[unit]": [
    "/administration/bron/services/00000000-0000-4000-8000-000000000000",
    [],
  ],
  "(admin)/administration/[slug]/services/[unit]/confier": [
    "/administration/bron/services/00000000-0000-4000-8000-000000000000/confier",
    [],
  ],
  // The data protection officer's: none of these people.
  "(admin)/administration/consentements": ["/administration/consentements", []],
  "[...address]": ["/nulle-part", []],
  "(legal)/accessibilite": ["/accessibilite", ALL],
  "(legal)/affichage": ["/affichage", ALL],
  "(legal)/cookies": ["/cookies", ALL],
  "(legal)/donnees-personnelles": ["/donnees-personnelles", ALL],
  "(legal)/mentions-legales": ["/mentions-legales", ALL],
};

test("every page of the portal says who gets in", () => {
  const pages = globSync("app/**/page.tsx")
    .map((file) => file.replace(/^app\//, "").replace(/\/page\.tsx$/, ""))
    .filter((page) => !page.startsWith("(connect)"));
  expect(pages.sort()).toEqual(Object.keys(DOORS).sort());
});

const isOpen = async (asker: APIRequestContext, path: string) =>
  (await asker.get(path, { maxRedirects: 0 })).status() === 200;

for (const who of ALL) {
  test(`${who} opens the right pages, and no other`, async ({ openAs }) => {
    const owner = await openAs(PEOPLE.owner);
    await owner.goto("/mes-demandes");
    const card = owner.getByRole("listitem").filter({ hasText: "Complément demandé" }).first();
    const href = await card.getByRole("link").first().getAttribute("href");
    const reference = href?.split("/").at(-1) ?? "";
    const person = who === "owner" ? owner : await openAs(PEOPLE[who]);

    const opened: string[] = [];
    for (const [page, [path]] of Object.entries(DOORS))
      if (await isOpen(person.request, path.replace("{reference}", reference))) opened.push(page);
    const expected = Object.keys(DOORS).filter((page) => DOORS[page]?.[1].includes(who));
    expect(opened.sort()).toEqual(expected.sort());
  });
}

test("the account's pages do not exist on the portal", async ({ openAs }) => {
  const page = await openAs(PEOPLE.owner);
  for (const path of ["/compte", "/connexion", "/inscription", "/mot-de-passe-oublie"])
    expect((await page.request.get(path)).status(), path).toBe(404);
});
