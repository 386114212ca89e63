import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcArtifacts } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createClient,
  redeem,
  signIn,
  type TestClient,
} from "@/db/test/connect";
import { only } from "@/db/test/factories";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";

beforeEachPools();

let library: TestClient;

beforeEach(async () => {
  library = await createClient("bibliotheques");
});

const enter = (browser: Browser, to: TestClient, isShared: boolean) =>
  signIn(browser, provider, to, { accountId, isShared });

describe.each([
  ["a shared device", true, ["login", "consent"]],
  ["a device of one’s own", false, ["consent"]],
])("on %s", (_, isShared, prompts) => {
  test(`the next service shows ${prompts.join(" and ")}`, async () => {
    const browser = new Browser(origin);
    await enter(browser, client, isShared);
    expect((await enter(browser, library, isShared)).prompts).toEqual(prompts);
  });

  test("a service that wants no question is told the truth", async () => {
    const browser = new Browser(origin);
    await enter(browser, client, isShared);
    const { location } = await browser.get(authorizationOf(client, { prompt: "none" }).path);
    const { searchParams } = new URL(location);
    expect(searchParams.get("error")).toBe(isShared ? "login_required" : null);
  });
});

test("a shared session is over after ten minutes at most, and its sign-in is a sign-in like another", async () => {
  const browser = new Browser(origin);
  const code = await enter(browser, client, true);
  expect((await redeem(origin, client, code)).status).toBe(200);
  const rows = await pool.select().from(oidcArtifacts);
  const { payload, expiresAt } = only(rows.filter(({ model }) => model === "Session"));
  expect(payload.transient).toBe(true);
  expect(expiresAt?.getTime()).toBeLessThanOrEqual(Date.now() + 600_000);
});
