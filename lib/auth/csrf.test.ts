import { afterEach, describe, expect, test, vi } from "vitest";
import { csrfToken, isFromOurPage } from "./csrf";

const browser = { visitor: "v1", headers: new Headers() };

// The request is outside: Next gives it, a browser sent it.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (browser.visitor ? { value: browser.visitor } : undefined) }),
  headers: async () => browser.headers,
}));

afterEach(() => {
  browser.visitor = "v1";
  browser.headers = new Headers();
  vi.useRealTimers();
});

const HOST = { host: "portail.example:3000" };

describe("what the browser says decides, whatever the token", () => {
  test.for([
    [true, { "sec-fetch-site": "same-origin" }],
    [false, { "sec-fetch-site": "same-site" }],
    [false, { "sec-fetch-site": "cross-site" }],
    [false, { "sec-fetch-site": "none" }],
    [false, { "sec-fetch-site": "cross-site", origin: "http://portail.example:3000" }],
    [true, { origin: "http://portail.example:3000" }],
    [true, { origin: "https://portail.example:3000" }],
    [false, { origin: "http://portail.example" }],
    [false, { origin: "http://portail.example:3000.evil.example" }],
    [false, { origin: "http://evil.example" }],
    [false, { origin: "null" }],
    [false, { origin: "" }],
  ] as const)("%s for %o", async ([isOurs, sent]) => {
    browser.headers = new Headers({ ...HOST, ...sent });
    expect(await isFromOurPage("")).toBe(isOurs);
    expect(await isFromOurPage("", browser.headers), "given").toBe(isOurs);
    if (!isOurs && ("sec-fetch-site" in sent || sent.origin !== ""))
      expect(await isFromOurPage(await csrfToken()), "with a good token").toBe(false);
  });
});

describe("an old browser, which says nothing, needs the token of the page", () => {
  test("its own, and fresh", async () => {
    expect(await isFromOurPage(await csrfToken())).toBe(true);
  });

  test.for(["", ".", "x", "zzz.zzz", "constructor"])("« %s » is none", async (token) => {
    expect(await isFromOurPage(token)).toBe(false);
  });

  test("another browser's is not taken, nor anybody's where cookies are refused", async () => {
    const token = await csrfToken();
    browser.visitor = "v2";
    expect(await isFromOurPage(token)).toBe(false);
    browser.visitor = "";
    expect(await isFromOurPage(token)).toBe(false);
    expect(await isFromOurPage(await csrfToken())).toBe(false);
  });

  test("made older or younger by hand, it is not taken", async () => {
    const [at = "", signature = ""] = (await csrfToken()).split(".");
    const later = (Number.parseInt(at, 36) + 1000).toString(36);
    expect(await isFromOurPage(`${later}.${signature}`)).toBe(false);
    expect(await isFromOurPage(`${at}.${signature.slice(1)}`)).toBe(false);
    expect(await isFromOurPage(`${at}.${signature.toLowerCase()}`)).toBe(false);
  });

  test("it is good for twelve hours, and not from the future", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const [token, start] = [await csrfToken(), Date.now()];
    vi.setSystemTime(start + 12 * 3_600_000 - 1);
    expect(await isFromOurPage(token)).toBe(true);
    vi.setSystemTime(start + 12 * 3_600_000);
    expect(await isFromOurPage(token)).toBe(false);
    vi.setSystemTime(start - 60_000);
    expect(await isFromOurPage(token)).toBe(false);
  });
});
