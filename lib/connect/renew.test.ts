import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcArtifacts } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { forgetJobs } from "@/db/test/jobs";
import { system } from "@/lib/auth/actor";
import { noteSessionDevice, openSession, renewSession } from "./commands/open-session";
import { BY_PASSWORD, byFranceConnect } from "./model";
import { findFranceConnect, findSession } from "./queries";

const ctx = system("test");
let accountId: string;
let cookie: string;
let uid: string;

beforeEach(async () => {
  await forgetJobs();
  accountId = (await createAccount()).id;
  ({ cookie } = await openSession(ctx, accountId, false));
  uid = (await findSession(cookie))?.uid ?? "";
  const authorizations = { bus: { sid: "s", grantId: "g" } };
  await pool
    .update(oidcArtifacts)
    .set({ payload: sql`payload || ${JSON.stringify({ authorizations })}::jsonb` });
});

const signedInMinutesAgo = (minutes: number) =>
  pool.update(oidcArtifacts).set({
    payload: sql`jsonb_set(payload, '{loginTs}', to_jsonb(extract(epoch from now())::int - ${minutes * 60}))`,
  });

const renew = (authentication = byFranceConnect("eidas1")) =>
  renewSession(ctx, uid, { accountId, authentication });

test("a session that is proven again goes on under another cookie, and no service is told", async () => {
  const renewed = await renew();
  const session = await findSession(renewed?.cookie ?? "");
  expect(session?.uid).toBe(uid);
  expect(await findSession(cookie)).toBeNull();
  const [row] = await pool.select().from(oidcArtifacts);
  expect(row?.payload.authorizations).toHaveProperty("bus");
  const [jobs] = await pool.execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker._private_jobs`,
  );
  expect(jobs?.n).toBe(0);
});

test("FranceConnect that proves it again is left with the session", async () => {
  const authentication = byFranceConnect("eidas1");
  await noteSessionDevice(ctx, {
    uid,
    accountId,
    device: { id: crypto.randomUUID(), name: "Firefox" },
  });
  await renewSession(ctx, uid, { accountId, authentication, franceConnect: "sealed" });
  expect(await findFranceConnect(uid)).toBe("sealed");
});

test.for([
  [9, { amr: ["pwd", "fc"], acr: "eidas1" }],
  [11, { amr: ["fc"], acr: "eidas1" }],
] as const)("a proof of %i minutes ago and this one: %o", async ([minutes, told]) => {
  await signedInMinutesAgo(minutes);
  const renewed = await renew();
  const session = await findSession(renewed?.cookie ?? "");
  expect(session?.authentication).toEqual(told);
  expect(Date.now() - (session?.signedInAt.getTime() ?? 0)).toBeLessThan(5000);
});

test("a password alone does not keep the level of an old sign-in", async () => {
  const first = await renew();
  await signedInMinutesAgo(20);
  const second = await renew(BY_PASSWORD);
  expect(await findSession(first?.cookie ?? "")).toBeNull();
  const session = await findSession(second?.cookie ?? "");
  expect(session?.authentication).toEqual({ amr: ["pwd"], acr: undefined });
});

test("nobody else’s session is renewed, nor one that is over", async () => {
  const { id } = await createAccount();
  expect(await renewSession(ctx, uid, { accountId: id, authentication: BY_PASSWORD })).toBeNull();
  await pool.delete(oidcArtifacts);
  expect(await renew()).toBeNull();
});
