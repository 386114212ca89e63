import { expect, test } from "vitest";
import { authorizationOf, Browser } from "@/db/test/connect";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { onwardPage } from "@/lib/refusal-page";

const { finishInteraction } = await import("./provider/interactions");

beforeEachPools();

test("the answer of a sign-in leads to a page of ours, never by redirects to a service", async () => {
  const { location } = await new Browser(origin).get(authorizationOf(client).path);
  const interaction = await provider.Interaction.find(location.split("/").at(-1) ?? "");
  if (!interaction) throw new Error(`no interaction at ${location}`);
  const next = await finishInteraction(interaction, { login: { accountId } });
  expect(next).toBe(`/interaction/${interaction.uid}/poursuite`);
  expect((await provider.Interaction.find(interaction.uid))?.result).toBeTruthy();
});

test("forms of the account lead nowhere else, and that page goes on by itself", async () => {
  const [, targets = ""] = /form-action ([^;]+)/.exec(contentSecurityPolicy("connect", "n")) ?? [];
  expect(targets).not.toContain("example");
  const page = onwardPage(new Request(origin), 'https://a.example/?x=1&y="2"');
  const [, to] = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await page.text()) ?? [];
  expect([page.status, to]).toEqual([200, "https://a.example/?x=1&#38;y=&#34;2&#34;"]);
  expect(page.headers.get("content-security-policy")).not.toContain("form-action");
});
