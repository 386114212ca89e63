import {
  type APIRequestContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from "@playwright/test";
import { addresses } from "./addresses";
import { Browsers } from "./browsers";
import { mailbox } from "./mails";
import { signInOver } from "./sign-in";

export { expect, type Page } from "@playwright/test";
export { addresses } from "./addresses";
export { codeIn, linkIn } from "./mails";
export { signInThrough } from "./sign-in";

const PLACE = { locale: "fr-FR", timezoneId: "Europe/Paris" };

type SignIn = { fresh?: boolean };
type Jar = Awaited<ReturnType<APIRequestContext["storageState"]>>;

type Fixtures = {
  /** Signs the person of this page in; once per account, then the cookies are reused unless `fresh`. */
  signInAs: (email: string, options?: SignIn) => Promise<void>;
  /** A page of somebody else, in a browser of their own: signed in when an e-mail is given. */
  openAs: (email: string | null, options?: BrowserContextOptions & SignIn) => Promise<Page>;
  /** Asks as somebody, without a page: enough to see what a door answers. */
  askAs: (email: string | null) => Promise<APIRequestContext>;
  /** The newest mail to an address, waited for. */
  mailTo: ReturnType<typeof mailbox>["mailTo"];
};

type WorkerFixtures = {
  browsers: Browsers;
  /** The cookies of somebody signed in, on both hosts; once per account unless `fresh`. */
  jarOf: (email: string, options?: SignIn) => Promise<Jar>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({}, use) => use(addresses().portal),

  browsers: [async ({ browser }, use) => use(new Browsers(browser)), { scope: "worker" }],

  jarOf: [
    async ({ playwright }, use) => {
      const jars = new Map<string, Promise<Jar>>();
      const signIn = async (email: string) => {
        const asker = await playwright.request.newContext();
        await signInOver(asker, email);
        const jar = await asker.storageState();
        await asker.dispose();
        return jar;
      };
      await use((email, { fresh = false } = {}) => {
        const jar = (!fresh && jars.get(email)) || signIn(email);
        if (!fresh) jars.set(email, jar);
        return jar;
      });
    },
    { scope: "worker" },
  ],

  openAs: async ({ browsers, jarOf, baseURL }, use) => {
    const opened: [Page, BrowserContextOptions][] = [];
    const settings = { ...(baseURL && { baseURL }), javaScriptEnabled: true, ...PLACE };
    await use(async (email, { fresh = false, ...more } = {}) => {
      const options = { ...settings, ...more };
      const page = await browsers.open(options);
      opened.push([page, options]);
      if (email) await page.context().addCookies((await jarOf(email, { fresh })).cookies);
      return page;
    });
    for (const [page, options] of opened) await browsers.leave(page, options);
  },

  page: async ({ openAs, javaScriptEnabled }, use) =>
    use(await openAs(null, { javaScriptEnabled })),

  context: async ({ page }, use) => use(page.context()),

  signInAs: async ({ page, jarOf }, use) => {
    await use(async (email, options) => {
      await page.context().addCookies((await jarOf(email, options)).cookies);
    });
  },

  askAs: async ({ playwright, jarOf, baseURL }, use) => {
    const askers: APIRequestContext[] = [];
    await use(async (email) => {
      const asker = await playwright.request.newContext({
        ...(baseURL && { baseURL }),
        ...(email && { storageState: await jarOf(email) }),
      });
      askers.push(asker);
      return asker;
    });
    for (const asker of askers) await asker.dispose();
  },

  mailTo: async ({}, use) => use(mailbox(addresses().mails).mailTo),
});
