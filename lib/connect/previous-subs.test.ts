import { decodeJwt } from "jose";
import { afterAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { mergeProofs } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  redeem,
  signIn,
  startConnect,
  type TestClient,
  userinfo,
} from "@/db/test/connect";
import { account, only } from "@/db/test/factories";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const { mergeAccounts } = await import("@/lib/lifecycle/commands/merge-accounts");
afterAll(stop);

/** What a service learns of somebody who signs in: their name in the id token, and all of userinfo. */
async function seenBy(client: TestClient, accountId: string) {
  const arrived = await signIn(new Browser(origin), await getProvider(), client, { accountId });
  const { body } = await redeem(origin, client, arrived);
  const { body: claims } = await userinfo(origin, body.access_token);
  return { sub: decodeJwt(body.id_token ?? "").sub, claims };
}

test("a service finds whoever had two accounts under the name it knew, and is told the other one it knew", async () => {
  const [kept, merged] = [(await createAccount()).id, (await createAccount()).id];
  const [both, one] = [await createClient("piscines"), await createClient("musees")];
  const [mine, theirs] = [await seenBy(both, kept), await seenBy(both, merged)];
  const alone = await seenBy(one, merged);
  expect(mine.claims).not.toHaveProperty("previous_subs");

  const expiresAt = new Date(Date.now() + 60_000);
  const row = { accountId: kept, otherId: merged, proof: "password" as const, expiresAt };
  const { id: proofId } = only(await pool.insert(mergeProofs).values(row).returning());
  await mergeAccounts({ actor: account(kept) }, { proofId, keptId: kept });

  const after = await seenBy(both, kept);
  expect(after.sub).toBe(mine.sub);
  expect(after.claims.previous_subs).toEqual([theirs.sub]);
  const elsewhere = await seenBy(one, kept);
  expect(elsewhere.sub).toBe(alone.sub);
  expect(elsewhere.claims).not.toHaveProperty("previous_subs");
});
