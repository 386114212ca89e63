import { beforeEach, describe, expect, test, vi } from "vitest";
import { confirmPath, hasRecentProof, isRecentProof, requireRecentProof } from "./proof";
import { accountPath } from "./return-path";

const browser: { session: { accountId: string; provenAt: Date } | null } = { session: null };

// What the browser's cookie opens is tested with the sessions.
vi.mock("@/lib/auth/account-session", () => ({ findAccountSession: async () => browser.session }));

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const sessionProven = (minutes: number) => {
  browser.session = { accountId: "a", provenAt: minutesAgo(minutes) };
};

beforeEach(() => {
  browser.session = null;
});

test.for([
  [0, true],
  [9.9, true],
  [10.1, false],
  [600, false],
] as const)("a proof %d minutes old is recent: %s", async ([minutes, isRecent]) => {
  expect(isRecentProof(minutesAgo(minutes))).toBe(isRecent);
  sessionProven(minutes);
  expect(await hasRecentProof()).toBe(isRecent);
});

describe("before a sensitive act", () => {
  const leadsTo = (path: string) =>
    expect(requireRecentProof("/compte/courriel?a=1")).rejects.toMatchObject({
      digest: expect.stringContaining(`;${path};`),
    });

  test("an old proof leads to the page that asks again, and from there back", async () => {
    sessionProven(11);
    await leadsTo("/compte/confirmer?vers=%2Fcompte%2Fcourriel%3Fa%3D1");
  });

  test("nobody signed in leads to the sign-in page", async () => {
    await leadsTo(`/connexion?suite=${encodeURIComponent("/compte/courriel?a=1")}`);
  });

  test("a recent one lets the account through", async () => {
    sessionProven(9);
    expect(await requireRecentProof("/compte")).toEqual({ actor: { kind: "account", id: "a" } });
  });
});

test.for([
  ["/compte/courriel", "/compte/courriel"],
  ["/compte?fait=a.b", "/compte?fait=a.b"],
  ["/compte", "/compte"],
  ["/comptes", "/compte"],
  ["//evil.example/compte", "/compte"],
  ["https://evil.example/compte/", "/compte"],
  ["/compte/../interaction/x", "/compte"],
  ["/interaction/x", "/compte"],
  [["/compte/courriel"], "/compte"],
  [undefined, "/compte"],
] as const)("%s leads to %s", ([asked, path]) => {
  expect(accountPath(asked)).toBe(path);
  if (typeof asked === "string")
    expect(confirmPath(asked)).toBe(`/compte/confirmer?vers=${encodeURIComponent(path)}`);
});
