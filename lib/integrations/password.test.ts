import { expect, test } from "vitest";
import { hashing, hashPassword, verifyPassword } from "./password";

const password = "trois chevaux élégants";

test("keeps an argon2id hash with 19 MiB and 2 passes", async () => {
  expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("knows the password again, however the accents were typed", async () => {
  const stored = await hashPassword(password.normalize("NFC"));
  expect(await verifyPassword(stored, password.normalize("NFD"))).toBe(true);
  expect(await verifyPassword(stored, `${password} `)).toBe(false);
});

test("works as hard for nobody, and never says yes", async () => {
  const before = hashing.runs;
  expect(await verifyPassword(null, "nobody’s password")).toBe(false);
  expect(hashing.runs - before).toBe(1);
});

test("waits its turn rather than filling the memory", async () => {
  const many = Promise.all(Array.from({ length: 12 }, () => verifyPassword(null, password)));
  await Promise.resolve();
  expect(hashing.waiting).toBeGreaterThan(0);
  expect(await many).toEqual(Array(12).fill(false));
  expect(hashing.waiting).toBe(0);
});
