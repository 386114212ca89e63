import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcArtifacts } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  type TestClient,
} from "@/db/test/connect";
import { only } from "@/db/test/factories";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
afterAll(stop);

let [pools, library]: TestClient[] = [];
let accountId: string;

beforeEach(async () => {
  [pools, library] = [await createClient("piscines"), await createClient("bibliotheques")];
  accountId = (await createAccount()).id;
});

async function enter(browser: Browser, client: TestClient | undefined, isShared: boolean) {
  if (!client) throw new Error("no client");
  return signIn(browser, await getProvider(), client, { accountId, isShared });
}

describe.each([
  ["a shared device", true, ["login", "consent"]],
  ["a device of one’s own", false, ["consent"]],
])("on %s", (_, isShared, prompts) => {
  test(`the next service shows ${prompts.join(" and ")}`, async () => {
    const browser = new Browser(origin);
    await enter(browser, pools, isShared);
    expect((await enter(browser, library, isShared)).prompts).toEqual(prompts);
  });

  test("a service that wants no question is told the truth", async () => {
    const browser = new Browser(origin);
    await enter(browser, pools, isShared);
    if (!pools) throw new Error("no client");
    const { location } = await browser.get(authorizationOf(pools, { prompt: "none" }).path);
    const { searchParams } = new URL(location);
    expect(searchParams.get("error")).toBe(isShared ? "login_required" : null);
  });
});

test("a shared session is over after ten minutes at most, and its sign-in is a sign-in like another", async () => {
  const browser = new Browser(origin);
  const code = await enter(browser, pools, true);
  if (!pools) throw new Error("no client");
  expect((await redeem(origin, pools, code)).status).toBe(200);
  const rows = await pool.select().from(oidcArtifacts);
  const { payload, expiresAt } = only(rows.filter(({ model }) => model === "Session"));
  expect(payload.transient).toBe(true);
  expect(expiresAt?.getTime()).toBeLessThanOrEqual(Date.now() + 600_000);
});
