import { expect, test } from "vitest";
import { authorizationOf, Browser, redeem, signIn } from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";

const { askClosure, keepAccount } = await import("@/lib/lifecycle/commands/ask-closure");

beforeEachPools();

const mine = () => ({ actor: account(accountId) });

const waitingAt = (location: string) => provider.Interaction.find(location.split("/").at(-1) ?? "");

/** Signs in on Connect's page, and says where that leads. */
async function signInOnly(browser: Browser) {
  const { location } = await browser.get(authorizationOf(client).path);
  const interaction = await waitingAt(location);
  if (!interaction) throw new Error(`no interaction at ${location}`);
  interaction.result = { login: { accountId } };
  await interaction.save(600);
  return browser.get(interaction.returnTo);
}

test("an account on its way out opens no service before its owner keeps it", async () => {
  await askClosure(mine());
  const browser = new Browser(origin);
  const { location } = await signInOnly(browser);
  const interaction = await waitingAt(location);
  expect(interaction?.prompt.name).toBe("keep");

  const again = await browser.get(interaction?.returnTo ?? "");
  expect((await waitingAt(again.location))?.prompt.name).toBe("keep");

  await keepAccount(mine());
  const after = await waitingAt(again.location);
  const { location: next } = await browser.get(after?.returnTo ?? "");
  expect((await waitingAt(next))?.prompt.name).toBe("consent");
});

test("a service that wants no question is told that one is needed", async () => {
  const browser = new Browser(origin);
  const arrived = await signIn(browser, provider, client, { accountId });
  await redeem(origin, client, arrived);
  await askClosure(mine());
  await signInOnly(browser);
  const { location } = await browser.get(authorizationOf(client, { prompt: "none" }).path);
  expect(new URL(location).searchParams.get("error")).toBe("interaction_required");
});
