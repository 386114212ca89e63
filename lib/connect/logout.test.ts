import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { logoutDeliveries, oidcArtifacts, oidcKeys, portalSessions, residents } from "@/db/schema";
import { createAccount, createClient, startConnect } from "@/db/test/connect";
import { account, only } from "@/db/test/factories";
import { system } from "@/lib/auth/actor";

const received: string[] = [];
let status = 200;
const portal = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    received.push(new URLSearchParams(body).get("logout_token") ?? "");
    response.writeHead(status).end();
  });
});
await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", () => resolve()));
const portalPort = (portal.address() as AddressInfo).port;
process.env.PORTAL_URL = `http://127.0.0.1:${portalPort}`;
const { origin, stop } = await startConnect();

const { endSession, endSessions } = await import("./commands/end-sessions");
const { purgeExpired } = await import("./commands/purge-expired");
const { openSession } = await import("./commands/open-session");
const { sendLogoutToken, logoutToken } = await import("./provider/logout-token");
const { provision } = await import("./provider/own-clients");
const { findSession, listSessions } = await import("./queries");
const { subjectFor } = await import("./provider/subjects");
const { verifyLogoutToken } = await import("@/lib/auth/logout-token");
const { obeyLogoutToken } = await import("@/lib/auth/obey-logout");
const { isPortalSessionOpen } = await import("@/lib/auth/portal-session");
const { isInside, postForm } = await import("@/lib/integrations/outbound");

afterAll(() => {
  portal.close();
  stop();
});

await provision();
const keys = await pool.select().from(oidcKeys);

let accountId: string;
beforeEach(async () => {
  // The portal keeps the keys it has fetched, as it may.
  await pool.insert(oidcKeys).values(keys).onConflictDoNothing();
  await provision();
  accountId = (await createAccount()).id;
  received.length = 0;
  status = 200;
  await pool.execute(sql`delete from graphile_worker._private_jobs`);
});

const jobs = async () => {
  const rows = await pool.execute<{ payload: { clientId: string; sid: string } }>(
    sql`select payload from graphile_worker._private_jobs`,
  );
  return rows.map(({ payload }) => `${payload.clientId}:${payload.sid}`).sort();
};

/** A browser where this account is signed in, and opened these services. */
async function signedIn(...clients: string[]) {
  const { cookie } = await openSession(system("test"), accountId, false);
  const session = await findSession(cookie);
  const authorizations = Object.fromEntries(
    clients.map((id) => [id, { sid: `sid-${id}`, grantId: `grant-${id}` }]),
  );
  await pool
    .update(oidcArtifacts)
    .set({ payload: sql`payload || ${JSON.stringify({ authorizations })}::jsonb` })
    .where(sql`uid = ${session?.uid}`);
  await pool
    .insert(oidcArtifacts)
    .values(
      clients.map((id) => ({ model: "AccessToken", id, payload: {}, grantId: `grant-${id}` })),
    )
    .onConflictDoNothing();
  return { cookie, uid: session?.uid ?? "" };
}

describe("ending sessions", () => {
  test("tells every service of the session and forgets its tokens", async () => {
    const { cookie, uid } = await signedIn("piscines", "portal");
    await endSession(system("test"), uid);
    expect(await jobs()).toEqual(["piscines:sid-piscines", "portal:sid-portal"]);
    expect(await findSession(cookie)).toBeNull();
    expect(await pool.$count(oidcArtifacts)).toBe(0);
  });

  test("everywhere spares the session one is in", async () => {
    const here = await signedIn("portal");
    await signedIn("piscines");
    const ctx = { actor: account(accountId) };
    await endSessions(ctx, accountId, { exceptUid: here.uid });
    expect(await jobs()).toEqual(["piscines:sid-piscines"]);
    expect((await listSessions(ctx, accountId)).map(({ uid }) => uid)).toEqual([here.uid]);
  });

  test("leaves other accounts alone", async () => {
    await signedIn("piscines");
    await endSessions({ actor: account() }, (await createAccount()).id);
    await endSessions({ actor: account() }, accountId);
    expect(await jobs()).toEqual([]);
  });

  test("that ran out tells their services too", async () => {
    await signedIn("piscines");
    await pool.update(oidcArtifacts).set({ expiresAt: new Date(Date.now() - 120_000) });
    await purgeExpired(system("test"));
    expect(await jobs()).toEqual(["piscines:sid-piscines"]);
    expect(await pool.$count(oidcArtifacts)).toBe(0);
  });

  test("a session opened before the password changed is worth nothing", async () => {
    const { cookie } = await signedIn("piscines");
    await pool.execute(sql`update accounts set password_changed_at = now() + interval '1 minute'`);
    expect(await findSession(cookie)).toBeNull();
  });
});

type Make = () => Promise<string | undefined>;

describe("the logout token", () => {
  const ended = () => ({ clientId: "portal", accountId, sid: "sid-portal" });
  const signed = (change: Record<string, unknown> = {}, key = new Uint8Array(32)) =>
    new SignJWT({ events: {}, ...change }).setProtectedHeader({ alg: "HS256" }).sign(key);

  async function openedPortalSession(sid: string) {
    const sub = await subjectFor(accountId, "portal");
    const row = { sub, email: "", givenName: "", familyName: "" };
    const resident = only(
      await pool
        .insert(residents)
        .values(row)
        .onConflictDoUpdate({ target: residents.sub, set: row })
        .returning(),
    );
    const expiresAt = new Date(Date.now() + 60_000);
    const values = { residentId: resident.id, sub, sid, tokens: "", expiresAt };
    return only(await pool.insert(portalSessions).values(values).returning()).id;
  }

  test("reaches the portal, which closes that session and no other", async () => {
    const [ours, other] = [await openedPortalSession("sid-portal"), await openedPortalSession("x")];
    await sendLogoutToken(ended());
    const token = await verifyLogoutToken(received[0]);
    expect(token).toMatchObject({ sid: "sid-portal" });
    expect(token && (await obeyLogoutToken(token))).toBe(true);
    expect(await isPortalSessionOpen(ours)).toBe(false);
    expect(await isPortalSessionOpen(other)).toBe(true);
  });

  test("says when the account itself is gone: the portal keeps no copy of it", async () => {
    const ours = await openedPortalSession("sid-portal");
    await pool.update(residents).set({ email: "samira@exemple.fr", givenName: "Samira" });
    await sendLogoutToken({ ...ended(), sid: "", isClosed: true });
    const token = await verifyLogoutToken(received[0]);
    expect(token && (await obeyLogoutToken(token))).toBe(true);
    expect(await isPortalSessionOpen(ours)).toBe(false);
    expect(await pool.select().from(residents)).toMatchObject([{ email: "", givenName: "" }]);
  });

  test("is not sent about an account to services that do not listen for it", async () => {
    await createClient("sourd");
    const gone = { ...ended(), clientId: "sourd", sid: "", isClosed: true };
    expect(await sendLogoutToken(gone)).toBe("not-asked");
  });

  test("is obeyed once", async () => {
    const token = await verifyLogoutToken(await logoutToken(ended(), "ES256", "portal"));
    if (!token) throw new Error("refused");
    expect([await obeyLogoutToken(token), await obeyLogoutToken(token)]).toEqual([true, false]);
  });

  test("names the person as that service knows them", async () => {
    const { sub, aud, iss } = decodeJwt(await logoutToken(ended(), "ES256", "portal"));
    expect({ sub, aud, iss }).toEqual({
      sub: await subjectFor(accountId, "portal"),
      aud: "portal",
      iss: origin,
    });
  });

  test.for<[string, Make]>([
    ["another service's", () => logoutToken({ ...ended(), clientId: "piscines" }, "ES256", "x")],
    ["one signed by somebody else", () => signed({ sid: "sid-portal" })],
    ["no token", async () => "not-a-token"],
    ["nothing", async () => undefined],
  ])("the portal refuses %s", async ([, make]) => {
    expect(await verifyLogoutToken(await make())).toBeNull();
  });
});

describe("calls to services", () => {
  test.for([
    ["127.0.0.1", true],
    ["10.1.2.3", true],
    ["169.254.169.254", true],
    ["192.168.1.1", true],
    ["::1", true],
    ["::ffff:127.0.0.1", true],
    ["fd00::1", true],
    ["203.0.113.9", false],
    ["2001:4860:4860::8888", false],
  ] as const)("%s is inside: %s", ([address, expected]) => {
    expect(isInside(address)).toBe(expected);
  });

  test.for<[string, () => string]>([
    ["a local address over http", () => `http://127.0.0.1:${portalPort + 1}/`],
    ["an address without a name", () => "https://10.0.0.1/"],
    ["a name that leads inside", () => `https://localhost:${portalPort}/`],
  ])("refuse %s", async ([, url]) => {
    await expect(postForm(url(), { a: "b" })).rejects.toThrow(/not a/);
  });

  test("are not made for a service that asked for none", async () => {
    await createClient("sans", { backchannelLogoutUri: "" });
    const { sendLogout } = await import("./jobs");
    await sendLogout.run({ clientId: "sans", accountId, sid: "s" });
    expect(received).toEqual([]);
    expect(await pool.$count(logoutDeliveries)).toBe(0);
  });
});
