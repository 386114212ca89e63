import type { APIRequestContext } from "@playwright/test";
import { formsIn } from "./support/forms";
import { findWaiting } from "./support/requests";
import { expect, test } from "./support/test";

/** Whose request it is, and everybody else. `null`: nobody signed in. */
const OWNER = "usager.bron@exemple.fr";
const AGENT = "agent.bron@exemple.fr";
const OTHERS = [
  ["un autre usager", "usager.vaulx@exemple.fr"],
  ["un agent d’une autre commune", "agent.vaulx@exemple.fr"],
  ["une administratrice d’ailleurs", "admin.metropole@exemple.fr"],
  ["personne", null],
] as const;

const read = async (asker: APIRequestContext, path: string) => (await asker.get(path)).text();

const residentPages = (reference: string) => [
  `/mes-demandes/${reference}`,
  `/mes-demandes/${reference}/annuler`,
  `/mes-demandes/${reference}/envoyee`,
  `/mes-demandes/${reference}/accuse-de-reception.pdf`,
];
const agentPages = (reference: string) => [`/agents/demandes/${reference}`];

/** 404, or the way to sign in: nothing of the page either way. */
async function expectNothing(asker: APIRequestContext, path: string, reference: string) {
  const answer = await asker.get(path, { maxRedirects: 0 });
  const { status, location } = { status: answer.status(), location: answer.headers().location };
  const isTurnedAway = status === 404 || /\/(se-connecter|suivi|connexion)/.test(location ?? "");
  expect(isTurnedAway, `${path}: ${status} ${location}`).toBe(true);
  expect(await answer.text()).not.toContain(`${reference}</`);
}

const INTRUSION = "Intrusion";

/** Each form of this page that posts to it, hidden fields and all, with its texts filled. */
async function formsAt(asker: APIRequestContext, path: string) {
  const forms = formsIn(await read(asker, path)).filter(({ action }) => !action.startsWith("/"));
  return forms.map(({ label, fields, texts }) => ({
    label,
    fields: { ...fields, ...Object.fromEntries(texts.map((name) => [name, INTRUSION])) },
  }));
}

const post = (
  asker: APIRequestContext,
  path: string,
  multipart: Record<string, string>,
  origin = "",
) => asker.post(path, { multipart, headers: { origin }, maxRedirects: 0 });

async function expectUnchanged(owner: APIRequestContext, path: string) {
  const page = await read(owner, path);
  expect(page).not.toContain(INTRUSION);
  expect(page).toContain("Complément demandé");
}

for (const [who, email] of OTHERS) {
  test(`${who} ne lit rien d’une demande, ni ne la change`, async ({ askAs, baseURL }) => {
    const [owner, agent, intruder] = [await askAs(OWNER), await askAs(AGENT), await askAs(email)];
    const reference = await findWaiting(owner);

    for (const path of [...residentPages(reference), ...agentPages(reference)])
      await expectNothing(intruder, path, reference);

    for (const [asker, path] of [
      [owner, `/mes-demandes/${reference}`],
      [agent, `/agents/demandes/${reference}`],
    ] as const) {
      const forms = await formsAt(asker, path);
      expect(forms.length).toBeGreaterThan(1);
      for (const { fields, label } of forms) {
        const answer = await post(intruder, path, fields, baseURL);
        expect([303, 404], `${label}: ${answer.status()}`).toContain(answer.status());
      }
      await expectUnchanged(asker, path);
    }
  });
}

test("qui n’est l’agent de personne n’a pas de file ; qui administre seulement n’y lit rien", async ({
  askAs,
}) => {
  expect((await (await askAs(OWNER)).get("/agents/demandes")).status()).toBe(404);
  const administrator = await askAs("admin.metropole@exemple.fr");
  expect(await read(administrator, "/agents/demandes?vue=toutes")).toContain(
    "Vous ne traitez pas de demandes",
  );
  const turnedAway = await (await askAs(null)).get("/agents/demandes");
  expect(new URL(turnedAway.url()).pathname).not.toMatch(/^\/agents/);
});

test("un formulaire posté d’un autre site n’est pas suivi", async ({ askAs }) => {
  const owner = await askAs(OWNER);
  const path = `/mes-demandes/${await findWaiting(owner)}`;
  for (const { fields } of await formsAt(owner, path)) {
    const elsewhere = { "sec-fetch-site": "cross-site", origin: "https://ailleurs.example" };
    const answer = await owner.post(path, {
      multipart: { ...fields, csrf: "" },
      headers: elsewhere,
      maxRedirects: 0,
    });
    expect(answer.status()).not.toBe(200);
  }
  await expectUnchanged(owner, path);
});
