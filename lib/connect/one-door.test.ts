import { eq, sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { accounts, dataAccesses, oidcArtifacts, oidcClients } from "@/db/schema";
import { Browser, createClient, redeem, refresh, signIn, userinfo } from "@/db/test/connect";
import { accountId, beforeEachPools, client, origin, provider } from "@/db/test/pools";

const { writeCall } = await import("./provider/writes");
beforeEachPools();

const arrive = () => signIn(new Browser(origin), provider, client, { accountId });
const tokens = async () => (await redeem(origin, client, await arrive())).body;
const stored = (model: string) => pool.$count(oidcArtifacts, eq(oidcArtifacts.model, model));
const EIGHT = Array.from({ length: 8 });

/** As the machine would fail in the middle of a call: nothing of this kind can be written. */
async function whileNothingCanBeWritten(model: string, run: () => Promise<void>) {
  const refuses = sql.raw(`check (model <> '${model}') not valid`);
  await pool.execute(sql`alter table oidc_artifacts add constraint no_more ${refuses}`);
  await run().finally(() => pool.execute(sql`alter table oidc_artifacts drop constraint no_more`));
}

describe("a call of a program writes all or nothing", () => {
  test("who loses a race leaves no token behind", async () => {
    const { refresh_token } = await tokens();
    const before = [await stored("AccessToken"), await stored("RefreshToken")];
    const answers = await Promise.all(EIGHT.map(() => refresh(origin, client, refresh_token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const after = [await stored("AccessToken"), await stored("RefreshToken")];
    // None at all, when one of them came late enough to be taken for a thief.
    expect([[0, 0], before.map((count) => count + 1)]).toContainEqual(after);
    const loser = answers.find(({ status }) => status === 400);
    expect(loser?.body.error).toBe("invalid_grant");
    expect(Object.keys(loser?.body ?? {})).not.toContain("access_token");
  });

  test("of calls that use the same thing at the same moment, one writes what it has to write", async () => {
    const row = { grantId: null, uid: null, userCode: null, accountId, clientId: null };
    const artifact = (model: string, id: string) =>
      ({ ...row, model, id, payload: {}, expiresAt: null }) as const;
    const code = { model: "AuthorizationCode", id: "used-by-many" };
    const access = { accountId, clientId: "x", consentId: crypto.randomUUID(), items: ["email"] };
    await writeCall({ consumed: [], stored: [artifact(code.model, code.id)], accesses: [] });
    const use = (_: unknown, n: number) =>
      writeCall({
        consumed: [code],
        stored: [artifact("AccessToken", `${n}`)],
        accesses: [access],
      });
    expect((await Promise.all(EIGHT.map(use))).filter(Boolean)).toHaveLength(1);
    expect([await stored("AccessToken"), await pool.$count(dataAccesses)]).toEqual([1, 1]);
  });

  test("no token is given that is not stored, and its code can be tried again", async () => {
    const printed = vi.spyOn(console, "error");
    const arrived = await arrive();
    await whileNothingCanBeWritten("RefreshToken", async () => {
      const { status, body } = await redeem(origin, client, arrived);
      expect([status, body.error]).toEqual([500, "server_error"]);
      expect(await stored("AccessToken")).toBe(0);
    });
    expect(printed).not.toHaveBeenCalled();
    expect((await redeem(origin, client, arrived)).status).toBe(200);
  });

  test("nobody is told anything whose reading cannot be written in the history", async () => {
    const { access_token } = await tokens();
    const refuses = sql`alter table data_accesses add constraint no_more check (false) not valid`;
    await pool.execute(refuses);
    const { status, body } = await userinfo(origin, access_token);
    await pool.execute(sql`alter table data_accesses drop constraint no_more`);
    expect([status, body.given_name]).toEqual([500, undefined]);
    expect((await userinfo(origin, access_token)).body.given_name).toBe("Samira");
    expect(await pool.$count(dataAccesses)).toBe(1);
  });
});

describe("what a token hangs on is looked at in each call:", () => {
  test.for([
    ["its service is suspended", () => pool.update(oidcClients).set({ disabledAt: new Date() })],
    ["its account is closed", () => pool.update(accounts).set({ closedAt: new Date() })],
    [
      "its session is over",
      () => pool.delete(oidcArtifacts).where(eq(oidcArtifacts.model, "Session")),
    ],
    ["its grant is gone", () => pool.delete(oidcArtifacts).where(eq(oidcArtifacts.model, "Grant"))],
  ] as const)("%s", async ([, change]) => {
    const { access_token, refresh_token } = await tokens();
    expect((await userinfo(origin, access_token)).status).toBe(200);
    await change();
    expect((await userinfo(origin, access_token)).status).toBe(401);
    expect((await refresh(origin, client, refresh_token)).status).toBeGreaterThanOrEqual(400);
    await pool.update(oidcClients).set({ disabledAt: null });
  });

  test("calls of many at once are answered each with their own", async () => {
    const other = await createClient("mediatheque");
    const mine: Record<string, string>[] = [];
    for (const to of [client, other, client, other]) {
      const arrived = await signIn(new Browser(origin), provider, to, { accountId });
      mine.push((await redeem(origin, to, arrived)).body);
    }
    const told = await Promise.all(mine.map(({ access_token }) => userinfo(origin, access_token)));
    const [first, second, ...again] = told.map(({ body }) => body.sub);
    expect(first).not.toBe(second);
    expect(again).toEqual([first, second]);
  });
});
