import { describe, expect, test } from "vitest";
import { canRemovePasskey, canRemoveTotp, waysIn } from "../policy";
import {
  asksSecondStep,
  type Factors,
  type Passkey,
  readRecoveryCode,
  recoveryCodeFrom,
  secondProofDue,
} from "./factors";

const key: Passkey = { id: "k", name: "K", isSynced: true, addedAt: new Date(), usedAt: null };
const totp = { addedAt: new Date(), usedAt: null };
const since = new Date("2026-03-01T09:00:00Z");

const factors = (some: Partial<Factors>): Factors => ({
  hasPassword: true,
  hasFranceConnect: false,
  totp: null,
  passkeys: [],
  recoveryLeft: 0,
  agentSince: null,
  ...some,
});

const end = (from: Date) => new Date(from.getTime() + 14 * 86_400_000);

test.for([
  ["a resident, without anything", {}, "nothing", false],
  ["a resident with codes", { totp }, "nothing", true],
  ["a resident with a passkey", { passkeys: [key] }, "nothing", false],
  ["an agent with a passkey", { agentSince: since, passkeys: [key] }, "give", true],
  ["an agent with codes", { agentSince: since, totp }, "give", true],
  ["an agent without, on the 14th day", { agentSince: since }, "later", false],
] as const)("%s", ([, held, due, asks]) => {
  const now = new Date("2026-03-15T08:59:00Z");
  expect(secondProofDue(factors(held), end, now)).toBe(due);
  expect(asksSecondStep(factors(held))).toBe(asks);
});

test("after the 14th day, an agent without a second proof adds one before going on", () => {
  const now = new Date("2026-03-15T09:00:00Z");
  expect(secondProofDue(factors({ agentSince: since }), end, now)).toBe("enrol");
});

describe("what may be removed", () => {
  test.for([
    ["a passkey beside a password", { passkeys: [key] }, true],
    [
      "a passkey beside FranceConnect",
      { hasPassword: false, hasFranceConnect: true, passkeys: [key] },
      true,
    ],
    ["one of two passkeys", { hasPassword: false, passkeys: [key, key] }, true],
    ["the last way in", { hasPassword: false, passkeys: [key] }, false],
    ["the last way in, beside codes", { hasPassword: false, passkeys: [key], totp }, false],
    ["an agent’s only second proof", { passkeys: [key], agentSince: since }, false],
    ["an agent’s passkey beside codes", { passkeys: [key], totp, agentSince: since }, true],
    ["an agent’s second passkey", { passkeys: [key, key], agentSince: since }, true],
  ] as const)("%s: %s", ([, held, allowed]) => {
    expect(canRemovePasskey(factors(held))).toBe(allowed);
  });

  test.for([
    ["a resident’s codes", { totp }, true],
    ["an agent’s only second proof", { totp, agentSince: since }, false],
    ["an agent’s codes beside a passkey", { totp, passkeys: [key], agentSince: since }, true],
  ] as const)("%s: %s", ([, held, allowed]) => {
    expect(canRemoveTotp(factors(held))).toBe(allowed);
  });

  test("ways in are counted one by one; codes open nothing by themselves", () => {
    expect(waysIn(factors({ hasFranceConnect: true, passkeys: [key, key], totp }))).toBe(4);
  });
});

test("a recovery code is read as people write it", () => {
  const code = recoveryCodeFrom(new Uint8Array([0, 1, 2, 31, 30, 29, 8, 9, 10, 250]));
  expect(code).toBe("012ZY-X89AT");
  for (const typed of [code, "o12zy x89at", " 0I2ZYX89AT ", "Ol2zy–x89at"])
    expect(readRecoveryCode(typed)).toBe(code);
  for (const typed of ["", "012ZY-X89A", "012ZY-X89ATT", "012UY-X89AT"])
    expect(readRecoveryCode(typed)).toBeNull();
});
