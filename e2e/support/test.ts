import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { DEMO_PASSWORD } from "../../db/seed/demo-accounts";
import { mailbox } from "./mails";

export { expect, type Page } from "@playwright/test";
export { codeIn, linkIn } from "./mails";

type SignIn = { fresh?: boolean };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/** Where the installation under test listens. */
export function addresses() {
  const port = Number(process.env.E2E_PORT);
  return {
    portal: `http://127.0.0.1:${port}`,
    connect: `http://localhost:${port}`,
    partner: `http://127.0.0.1:${port + 1}`,
    franceConnect: `http://127.0.0.1:${port + 4}`,
    mails: `http://127.0.0.1:${port + 2}`,
  };
}

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

type Fixtures = {
  /** Signs the person of this page in; once per account, then the cookies are reused unless `fresh`. */
  signInAs: (email: string, options?: SignIn) => Promise<void>;
  /** A page of somebody else, in a browser of their own: signed in when an e-mail is given. */
  openAs: (email: string | null, options?: BrowserContextOptions & SignIn) => Promise<Page>;
  /** The newest mail to an address, waited for. */
  mailTo: ReturnType<typeof mailbox>["mailTo"];
};

export const test = base.extend<Fixtures, { jars: Map<string, Cookies> }>({
  baseURL: async ({}, use) => use(addresses().portal),

  jars: [async ({}, use) => use(new Map()), { scope: "worker" }],

  signInAs: async ({ page, jars }, use) => {
    await use((email, options) => enter(page, email, jars, options));
  },

  openAs: async ({ browser, jars, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email, { fresh = false, ...options } = {}) => {
      const context = await browser.newContext({
        locale: "fr-FR",
        timezoneId: "Europe/Paris",
        ...(baseURL ? { baseURL } : {}),
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      if (email) await enter(page, email, jars, { fresh });
      return page;
    });
    for (const context of contexts) await context.close();
  },

  mailTo: async ({}, use) => use(mailbox(addresses().mails).mailTo),
});

async function enter(
  page: Page,
  email: string,
  jars: Map<string, Cookies>,
  { fresh = false }: SignIn = {},
) {
  const jar = fresh ? undefined : jars.get(email);
  if (jar) return page.context().addCookies(jar);
  await signInThrough(page, email);
  if (!fresh) jars.set(email, await page.context().cookies());
}
