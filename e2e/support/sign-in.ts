import type { APIRequestContext, Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../db/seed/demo-accounts";
import { addresses } from "./addresses";
import { hrefOf, send } from "./forms";

/** Through the real pages: portal, Connect's sign-in form, and back. */
export async function signInThrough(page: Page, email: string, password = DEMO_PASSWORD) {
  await page.goto("/se-connecter");
  await page.getByLabel("Courriel").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  // The first time, the person is asked what may be shared.
  const accept = page.getByRole("button", { name: "Accepter et continuer" });
  const arrived = page.waitForURL((url) => url.origin === addresses().portal);
  // Agents without a second proof are reminded of it.
  const later = page.getByRole("link", { name: "Plus tard" });
  await Promise.race([arrived, accept.or(later).waitFor()]);
  if (await later.isVisible()) await later.click();
  await Promise.race([arrived, accept.waitFor()]);
  if (await accept.isVisible()) await accept.click();
  await arrived;
}

const MOST_STEPS = 5;

/** The same pages and forms, without drawing them: for whoever has something else to prove. */
export async function signInOver(
  asker: APIRequestContext,
  email: string,
  password = DEMO_PASSWORD,
) {
  let page = await asker.get(`${addresses().portal}/se-connecter`);
  for (let steps = 0; !page.url().startsWith(addresses().portal); steps += 1) {
    const html = await page.text();
    // An agent's reminder, and the page that goes on by itself.
    const onwards = hrefOf(html, "Plus tard") ?? hrefOf(html, "Continuer");
    if (steps === MOST_STEPS) throw new Error(`${email} is still at ${page.url()}`);
    if (onwards) page = await asker.get(new URL(onwards, page.url()).href);
    else if (html.includes('name="password"')) page = await send(asker, page, { email, password });
    else page = await send(asker, page, { decision: "accept" });
  }
}
