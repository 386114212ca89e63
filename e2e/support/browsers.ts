import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Page,
} from "@playwright/test";

const VIEWPORT = { width: 1280, height: 720 };

const protocols = new WeakMap<BrowserContext, Promise<CDPSession>>();

/** Chromium's own protocol: what it changes lasts, so that this browser serves no other test. */
export function protocolOf(page: Page) {
  const context = page.context();
  const protocol = protocols.get(context) ?? context.newCDPSession(page);
  protocols.set(context, protocol);
  return protocol;
}

/** As a browser that nobody has used: nothing open, kept or emulated. */
async function reset(page: Page) {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners("request");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  if (page.url().startsWith("http")) await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await context.clearCookies();
  await page.setViewportSize(VIEWPORT);
  await page.emulateMedia({ colorScheme: null });
}

/**
 * The browsers of a worker's tests, one after the other: for a new one, Chromium opens a whole
 * window and reads every script again.
 */
export class Browsers {
  private readonly idle = new Map<string, Page[]>();

  constructor(private readonly chromium: Browser) {}

  async open(options: BrowserContextOptions) {
    const idle = this.idle.get(JSON.stringify(options))?.pop();
    if (!idle) return (await this.chromium.newContext(options)).newPage();
    // What was still on its way when it was left may have brought a cookie.
    await idle.context().clearCookies();
    return idle;
  }

  /** Back among those that wait. */
  async leave(page: Page, options: BrowserContextOptions) {
    if (page.isClosed() || protocols.has(page.context())) return page.context().close();
    await reset(page);
    const key = JSON.stringify(options);
    this.idle.set(key, [...(this.idle.get(key) ?? []), page]);
  }
}
