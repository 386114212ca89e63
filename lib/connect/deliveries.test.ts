import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { decodeJwt } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { logoutDeliveries } from "@/db/schema";
import { createAccount, createClient, startConnect } from "@/db/test/connect";
import { only } from "@/db/test/factories";
import { forgetJobs } from "@/db/test/jobs";
import { describeLogoutFault, LOGOUT_RETRY_SECONDS } from "./model";
import { listLogoutDeliveries } from "./queries/deliveries";

/** A service on this machine: `answer` is the status it gives, or null when it says nothing. */
let answer: number | null = 200;
const received: string[] = [];
const service = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    received.push(new URLSearchParams(body).get("logout_token") ?? "");
    if (answer) response.writeHead(answer).end("Bonjour Samira Benali");
    else response.destroy();
  });
});
await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
process.env.PASS_URBAIN_URL = address;
const { stop } = await startConnect();
const { sendLogout } = await import("./jobs");
const { provision } = await import("./provider/own-clients");
afterAll(() => {
  service.close();
  stop();
});

const backchannelLogoutUri = "$PASS_URBAIN_URL/deconnexion";
let ended: { clientId: string; accountId: string; sid: string };

beforeEach(async () => {
  await provision();
  const client = await createClient("bus", { backchannelLogoutUri });
  ended = { clientId: client.id, accountId: (await createAccount()).id, sid: "sid-bus" };
  answer = 200;
  received.length = 0;
  await forgetJobs();
});

type Queued = { payload: Record<string, unknown>; wait: number };

const queued = () =>
  pool.execute<Queued>(sql`
    select payload, round(extract(epoch from run_at - now()))::int as wait
    from graphile_worker._private_jobs order by id`);

const noted = () => pool.select().from(logoutDeliveries);

describe("a service is told", () => {
  test("once, when it acknowledges", async () => {
    await sendLogout.run(ended);
    expect(await queued()).toEqual([]);
    expect(await noted()).toMatchObject([
      { clientId: "bus", state: "delivered", attempts: 1, lastError: null },
    ]);
    expect(decodeJwt(received[0] ?? "")).toMatchObject({ sid: "sid-bus", aud: "bus" });
  });

  test("again and again, later each time, then no more", async () => {
    answer = 503;
    let payload: Record<string, unknown> = ended;
    for (const wait of LOGOUT_RETRY_SECONDS) {
      await sendLogout.run(payload);
      expect(only(await noted())).toMatchObject({ state: "retrying", lastError: "status_503" });
      const next = only(await queued());
      expect(Math.abs(next.wait - wait)).toBeLessThan(5);
      ({ payload } = next);
      await forgetJobs();
    }
    await sendLogout.run(payload);
    expect(only(await noted())).toMatchObject({ state: "dead", attempts: 8 });
    expect(await queued()).toEqual([]);
    expect(received).toHaveLength(8);
  });

  test("and heard in the end", async () => {
    answer = null;
    await sendLogout.run(ended);
    expect(only(await noted())).toMatchObject({ state: "retrying", lastError: "unreachable" });
    answer = 204;
    await sendLogout.run(only(await queued()).payload);
    expect(only(await noted())).toMatchObject({ state: "delivered", attempts: 2, lastError: null });
  });

  test("without the name of the session, if it wants none", async () => {
    await createClient("bus", { backchannelLogoutUri, backchannelLogoutSessionRequired: false });
    await sendLogout.run(ended);
    expect(decodeJwt(received[0] ?? "")).not.toHaveProperty("sid");
    expect(decodeJwt(received[0] ?? "").sub).toBeTruthy();
  });

  test.for([
    ["http://127.0.0.1:1/", "private_address"],
    ["https://localhost/", "private_address"],
    ["https://nulle-part.invalid/", "unknown_host"],
  ] as const)("at %s: %s", async ([uri, fault]) => {
    await createClient("bus", { backchannelLogoutUri: uri });
    await sendLogout.run(ended);
    expect(only(await noted())).toMatchObject({ state: "retrying", lastError: fault });
    expect(describeLogoutFault(fault)).toMatch(/^L/);
  });
});

test("its developers see what became of each, newest first, and nobody’s name", async () => {
  answer = 500;
  for (let i = 0; i < 22; i++) await sendLogout.run(ended);
  const first = await listLogoutDeliveries("bus");
  const last = await listLogoutDeliveries("bus", first.next ?? undefined);
  expect([first.deliveries.length, last.deliveries.length, last.next]).toEqual([20, 2, null]);
  const shown = JSON.stringify([first, last]);
  expect(shown).not.toContain(ended.accountId);
  expect(shown).not.toContain("Samira");
  expect(describeLogoutFault("status_500")).toContain("500");
  expect((await listLogoutDeliveries("autre")).deliveries).toEqual([]);
});
