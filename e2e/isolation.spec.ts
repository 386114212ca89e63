import type { APIRequestContext, Page } from "@playwright/test";
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

/** The owner's request that waits for an answer: the page with the most to do. */
async function findReference(owner: Page) {
  await owner.goto("/mes-demandes");
  const card = owner.getByRole("listitem").filter({ hasText: "Complément demandé" }).first();
  const href = await card.getByRole("link").first().getAttribute("href");
  return href?.split("/").at(-1) ?? "";
}

const residentPages = (reference: string) => [
  `/mes-demandes/${reference}`,
  `/mes-demandes/${reference}/annuler`,
  `/mes-demandes/${reference}/envoyee`,
  `/mes-demandes/${reference}/accuse-de-reception.pdf`,
];
const agentPages = (reference: string) => [`/agents/demandes/${reference}`];

/** 404, or the way to sign in: nothing of the page either way. */
async function expectNothing(page: Page, path: string, reference: string) {
  const answer = await page.request.get(path, { maxRedirects: 0 });
  const { status, location } = { status: answer.status(), location: answer.headers().location };
  const isTurnedAway = status === 404 || /\/(se-connecter|suivi|connexion)/.test(location ?? "");
  expect(isTurnedAway, `${path}: ${status} ${location}`).toBe(true);
  expect(await answer.text()).not.toContain(`${reference}</`);
}

type Form = { fields: Record<string, string>; label: string };

/** Each form of a page that posts, with what it holds and its first text filled. */
const formsOf = (page: Page): Promise<Form[]> =>
  page.locator("main form:not([action^='/'])").evaluateAll((forms) =>
    forms
      .filter((form) => form instanceof HTMLFormElement && form.method === "post")
      .map((form) => {
        const fields: Record<string, string> = {};
        for (const [name, value] of new FormData(form as HTMLFormElement))
          if (typeof value === "string") fields[name] = value;
        for (const area of form.querySelectorAll("textarea")) fields[area.name] = "Intrusion";
        return { fields, label: form.querySelector("button")?.textContent ?? "" };
      }),
  );

const post = (request: APIRequestContext, url: string, fields: Record<string, string>) =>
  request.post(url, {
    multipart: fields,
    headers: { origin: new URL(url).origin },
    maxRedirects: 0,
    failOnStatusCode: false,
  });

for (const [who, email] of OTHERS) {
  test(`${who} ne lit rien d’une demande, ni ne la change`, async ({ openAs }) => {
    // Forms are read as a browser without JavaScript gets them: hidden fields and all.
    const owner = await openAs(OWNER, { javaScriptEnabled: false });
    const agent = await openAs(AGENT, { javaScriptEnabled: false });
    const intruder = await openAs(email);
    const reference = await findReference(owner);

    for (const path of [...residentPages(reference), ...agentPages(reference)])
      await expectNothing(intruder, path, reference);

    for (const [page, path] of [
      [owner, `/mes-demandes/${reference}`],
      [agent, `/agents/demandes/${reference}`],
    ] as const) {
      await page.goto(path);
      const forms = await formsOf(page);
      expect(forms.length).toBeGreaterThan(1);
      for (const { fields, label } of forms) {
        const answer = await post(intruder.request, page.url(), fields);
        expect([303, 404], `${label}: ${answer.status()}`).toContain(answer.status());
      }
      await page.reload();
      await expect(page.getByText("Intrusion")).toHaveCount(0);
      await expect(page.getByText("Complément demandé").first()).toBeVisible();
    }
  });
}

test("qui n’est l’agent de personne n’a pas de file ; qui administre seulement n’y lit rien", async ({
  openAs,
}) => {
  const resident = await openAs(OWNER);
  expect((await resident.goto("/agents/demandes"))?.status()).toBe(404);
  const administrator = await openAs("admin.metropole@exemple.fr");
  await administrator.goto("/agents/demandes?vue=toutes");
  await expect(administrator.getByText("Vous ne traitez pas de demandes")).toBeVisible();
  const nobody = await openAs(null);
  await nobody.goto("/agents/demandes");
  await expect(nobody).not.toHaveURL(/\/agents/);
});

test("un formulaire posté d’un autre site n’est pas suivi", async ({ openAs }) => {
  const owner = await openAs(OWNER, { javaScriptEnabled: false });
  const reference = await findReference(owner);
  await owner.goto(`/mes-demandes/${reference}`);
  const forms = await formsOf(owner);
  for (const { fields } of forms) {
    const answer = await owner.request.post(owner.url(), {
      multipart: { ...fields, csrf: "" },
      headers: { "sec-fetch-site": "cross-site", origin: "https://ailleurs.example" },
      maxRedirects: 0,
    });
    expect(answer.status()).not.toBe(200);
  }
  await owner.reload();
  await expect(owner.getByText("Intrusion")).toHaveCount(0);
  await expect(statusBadge(owner)).toBeVisible();
});

const statusBadge = (page: Page) => page.getByText("Complément demandé").first();
