import { globSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { findWaiting } from "./support/requests";
import { addresses, expect, test } from "./support/test";

/** One person of each kind; it is the first one's request that is looked for. */
const PEOPLE = {
  owner: "usager.bron@exemple.fr",
  resident: "usager.vaulx@exemple.fr",
  agent: "agent.bron@exemple.fr",
  agentElsewhere: "agent.vaulx@exemple.fr",
  manager: "admin.bron@exemple.fr",
  administratorElsewhere: "admin.metropole@exemple.fr",
  developer: "partenaire@exemple.fr",
  officer: "dpo.metropole@exemple.fr",
  nobody: null,
} as const;
type Who = keyof typeof PEOPLE;

const ALL = Object.keys(PEOPLE) as Who[];
const SIGNED_IN = ALL.filter((who) => who !== "nobody");
const AGENTS: Who[] = ["agent", "agentElsewhere", "manager", "administratorElsewhere", "officer"];
const ADMINISTRATORS: Who[] = ["manager", "administratorElsewhere", "officer"];
const OFFICER: Who[] = ["officer"];
const METROPOLE: Who[] = ["administratorElsewhere"];
const OWNER: Who[] = ["owner"];
const DEVELOPER: Who[] = ["developer"];

const request = "/mes-demandes/{reference}";
const partner = "/partenaires/{partner}";
const service = `${partner}/services/{service}`;
const NOBODYS = "00000000-0000-4000-8000-000000000000";

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
  "(portal)/mes-demandes/[reference]/sans-suite": [`${request}/sans-suite`, []],
  "(portal)/mes-demandes/[reference]/supprimer": [`${request}/supprimer`, []],
  "(agents)/agents": ["/agents/demandes", AGENTS],
  "(agents)/agents/demandes": ["/agents/demandes?vue=toutes", AGENTS],
  "(agents)/agents/demandes/[reference]": ["/agents/demandes/{reference}", ["agent", "manager"]],
  "(admin)/administration": ["/administration", ADMINISTRATORS],
  "(admin)/administration/[slug]": ["/administration/bron", ["manager"]],
  "(admin)/administration/[slug]/agents": ["/administration/bron/agents", ["manager"]],
  "(admin)/administration/[slug]/agents/[agent]": [`/administration/bron/agents/${NOBODYS}`, []],
  "(admin)/administration/[slug]/services": ["/administration/bron/services", ["manager"]],
  "(admin)/administration/[slug]/services/[unit]": [`/administration/bron/services/${NOBODYS}`, []],
  "(admin)/administration/[slug]/services/[unit]/confier": [
    `/administration/bron/services/${NOBODYS}/confier`,
    [],
  ],
  "(admin)/administration/consentements": ["/administration/consentements", OFFICER],
  "(admin)/administration/raccordements": ["/administration/raccordements", METROPOLE],
  "(admin)/administration/raccordements/[id]": [`/administration/raccordements/${NOBODYS}`, []],
  "(admin)/administration/recuperations": ["/administration/recuperations", METROPOLE],
  "(admin)/administration/recuperations/nouvelle": [
    "/administration/recuperations/nouvelle",
    METROPOLE,
  ],
  "(admin)/administration/recuperations/[id]": [`/administration/recuperations/${NOBODYS}`, []],
  "(partners)/partenaires": ["/partenaires", ALL],
  "(partners)/partenaires/nouvel-organisme": ["/partenaires/nouvel-organisme", SIGNED_IN],
  "(partners)/partenaires/invitation/[id]": [`/partenaires/invitation/${NOBODYS}`, ALL],
  "(partners)/partenaires/[slug]": [partner, DEVELOPER],
  "(partners)/partenaires/[slug]/comptes-essai": [`${partner}/comptes-essai`, DEVELOPER],
  "(partners)/partenaires/[slug]/courriels": [`${partner}/courriels`, DEVELOPER],
  "(partners)/partenaires/[slug]/equipe": [`${partner}/equipe`, DEVELOPER],
  "(partners)/partenaires/[slug]/equipe/[member]": [`${partner}/equipe/${NOBODYS}`, []],
  "(partners)/partenaires/[slug]/nouveau-service": [`${partner}/nouveau-service`, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]": [service, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]/appels": [`${service}/appels`, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]/chiffres": [`${service}/chiffres`, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]/deconnexions": [
    `${service}/deconnexions`,
    DEVELOPER,
  ],
  "(partners)/partenaires/[slug]/services/[client]/modifier": [`${service}/modifier`, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]/production": [
    `${service}/production`,
    DEVELOPER,
  ],
  "(partners)/partenaires/[slug]/services/[client]/secret": [`${service}/secret`, DEVELOPER],
  "(partners)/partenaires/[slug]/services/[client]/verifications": [
    `${service}/verifications`,
    DEVELOPER,
  ],
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

/** The first address of this kind on a page, as whoever reads it. */
async function linkOn(asker: APIRequestContext, path: string, kind: RegExp) {
  const [, found = ""] = kind.exec(await (await asker.get(path)).text()) ?? [];
  expect(found, `${kind} at ${path}`).not.toBe("");
  return found;
}

/** The owner's request, and the developer's service, as their own pages lead to them. */
async function theirs(owner: APIRequestContext, developer: APIRequestContext) {
  const partner = await linkOn(
    developer,
    "/partenaires",
    /\/partenaires\/(regie-des-bassins-\w+)"/,
  );
  return {
    reference: await findWaiting(owner),
    partner,
    service: await linkOn(developer, `/partenaires/${partner}`, /\/services\/([\w-]+)"/),
  };
}

for (const who of ALL) {
  test(`${who} opens the right pages, and no other`, async ({ askAs }) => {
    const [owner, developer] = [await askAs(PEOPLE.owner), await askAs(PEOPLE.developer)];
    const names = Object.entries(await theirs(owner, developer));
    const person = await askAs(PEOPLE[who]);

    const opened: string[] = [];
    for (const [page, [path]] of Object.entries(DOORS)) {
      const address = names.reduce((to, [name, value]) => to.replace(`{${name}}`, value), path);
      if (await isOpen(person, address)) opened.push(page);
    }
    const expected = Object.keys(DOORS).filter((page) => DOORS[page]?.[1].includes(who));
    expect(opened.sort()).toEqual(expected.sort());
  });
}

/** What a link of a mail opens, where no account is needed. */
const BY_LINK = ["annuler-changement/[id]", "appareil-inconnu/[id]"];

test("no page of an account opens to nobody", async ({ request }) => {
  for (const file of globSync("app/(connect)/compte/**/page.tsx")) {
    const page = file.replace(/^app\/\(connect\)|\/page\.tsx$/g, "");
    if (BY_LINK.some((known) => page.endsWith(known))) continue;
    const path = page.replace(/\[\w+\]/g, NOBODYS);
    const answer = await request.get(`${addresses().connect}${path}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([
      307,
      expect.stringMatching(/\/connexion/),
    ]);
  }
});

test("the account's pages do not exist on the portal", async ({ askAs }) => {
  const owner = await askAs(PEOPLE.owner);
  for (const path of ["/compte", "/connexion", "/inscription", "/mot-de-passe-oublie"])
    expect((await owner.get(path)).status(), path).toBe(404);
});
