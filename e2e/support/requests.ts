import { type APIRequestContext, expect, type Page } from "@playwright/test";

/** A request of the demo, by the tracking code of its rank in the list. */
export const trackingCode = (rank: number) => `DEM0-0000-${String(rank).padStart(4, "0")}`;

/** The owner's request that waits for an answer: the page with the most to do. */
export async function findWaiting(owner: APIRequestContext) {
  const cards = (await (await owner.get("/mes-demandes")).text()).split("<li");
  const card = cards.find((item) => item.includes("Complément demandé")) ?? "";
  const address = card.split('"').find((part) => part.startsWith("/mes-demandes/"));
  const reference = address?.split("/").at(-1) ?? "";
  expect(reference, "a request that waits for an answer").not.toBe("");
  return reference;
}

/** As whoever filed it without an account: types the code, lands on the request. */
export async function track(page: Page, code: string) {
  await page.goto("/suivi");
  await page.getByLabel("Code de suivi").fill(code);
  await page.getByRole("button", { name: "Voir ma demande" }).click();
}

/** As an agent: finds the only open request of this person in their units, and opens it. */
export async function openFromQueue(page: Page, name: string, view = "toutes") {
  await page.goto(`/agents/demandes?vue=${view}`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

/** The badge under the title: the request's status. */
export const statusOf = (page: Page) => page.getByRole("main").locator("[data-status]").first();

/** The error summary; Next announces its pages in another alert, outside main. */
export const problems = (page: Page) => page.getByRole("main").getByRole("alert");

/** « C’est fait : … », which has the focus: it is heard, with or without JavaScript. */
export async function expectDone(page: Page, sentence: string) {
  const done = page.getByRole("main").getByRole("status").filter({ hasText: "C’est fait" });
  await expect(done).toContainText(sentence);
  await expect(done).toBeFocused();
}

/** In the agent's panel: opens the form of a move that has something to say. */
export async function unfold(page: Page, label: string) {
  await page.getByRole("complementary", { name: "Actions" }).getByText(label).first().click();
}
