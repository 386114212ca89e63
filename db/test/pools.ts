import type { Configuration } from "openid-client";
import { afterAll, beforeEach } from "vitest";
import { createAccount, createClient, startConnect, type TestClient } from "./connect";
import { relyingParty } from "./relying-party";

// Started before anything reads the environment.
export const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");

export const provider = await getProvider();

/** A service and somebody's account, new for each test. */
export let client: TestClient;
export let accountId = "";

/** Connect, with the service « piscines », for all the tests of a file. */
export function beforeEachPools() {
  afterAll(stop);
  beforeEach(async () => {
    client = await createClient("piscines");
    accountId = (await createAccount()).id;
  });
}

/** Somebody on their way to a service, which is the one above unless told. */
export const journey = async (to = client, config?: Configuration) => ({
  config: config ?? (await relyingParty(origin, to)),
  client: to,
  who: { accountId },
  provider,
});
