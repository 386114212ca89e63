import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from "jose";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { oidcKeys } from "@/db/schema";
import { system } from "@/lib/auth/actor";
import { createKeys, replaceKeys, rotateKeys } from "./commands/keys";
import { loadKeys } from "./provider/keys";

const ctx = system("test");

const publicSet = (keys: JWK[]) =>
  createLocalJWKSet({ keys: keys.map(({ d, p, q, dp, dq, qi, ...open }) => open) as JWK[] });

const signedNow = async (alg: string) => {
  const key = (await loadKeys()).keys.find((each) => each.alg === alg);
  if (!key) throw new Error("no key");
  const { kid = "" } = key;
  return new SignJWT({}).setProtectedHeader({ alg, kid }).sign(await importJWK(key, alg));
};

test.for(["ES256", "RS256"])("rotating %s breaks no signature, old or new", async (alg) => {
  await createKeys(ctx);
  const old = await signedNow(alg);
  const publishedBefore = publicSet((await loadKeys()).keys);
  await rotateKeys(ctx);
  const fresh = await signedNow(alg);
  expect(fresh.split(".")[0]).not.toBe(old.split(".")[0]);
  await expect(jwtVerify(fresh, publishedBefore)).resolves.toBeDefined();
  await expect(jwtVerify(old, publicSet((await loadKeys()).keys))).resolves.toBeDefined();
});

test("a service that keeps our keys reads them again when it meets one it does not know", async () => {
  await createKeys(ctx);
  let readings = 0;
  const server = createServer(async (_, response) => {
    readings++;
    const keys = (await loadKeys()).keys.map(({ d, p, q, dp, dq, qi, ...open }) => open);
    response.setHeader("content-type", "application/json").end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  const cached = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/`), { cooldownDuration: 0 });
  const old = await signedNow("ES256");
  await jwtVerify(old, cached);
  await rotateKeys(ctx);
  await jwtVerify(await signedNow("ES256"), cached);
  await jwtVerify(old, cached);
  expect(readings).toBe(1);

  await replaceKeys(ctx);
  await jwtVerify(await signedNow("ES256"), cached);
  expect(readings).toBe(2);
  await expect(jwtVerify(old, cached)).rejects.toThrow();
  server.close();
});

test("a key goes a week after it was retired", async () => {
  await createKeys(ctx);
  await rotateKeys(ctx);
  await pool.execute(
    sql`update oidc_keys set retired_at = now() - interval '8 days' where state = 'retired'`,
  );
  await rotateKeys(ctx);
  expect(await pool.$count(oidcKeys)).toBe(6);
});

test("instances that start together make one set of keys", async () => {
  await Promise.all([createKeys(ctx), createKeys(ctx), createKeys(ctx)]);
  expect(await pool.$count(oidcKeys)).toBe(4);
});

test("no private key is readable in the database", async () => {
  await createKeys(ctx);
  const kept = JSON.stringify(await pool.select().from(oidcKeys));
  for (const { d } of (await loadKeys()).keys) expect(kept).not.toContain(d);
});
