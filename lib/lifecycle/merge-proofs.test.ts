import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "@/db/seed/demo-accounts";
import { createAuthenticator } from "@/db/test/authenticator";
import { account, only } from "@/db/test/factories";
import { beforeEachMerge, mine, other, own, place, third } from "@/db/test/merging";
import { addTotp, firstProof, pass, totpCode, wrongTotpCode } from "@/db/test/totp";
import { openChallenge } from "@/lib/accounts/commands/passkey-challenges";
import { addPasskey } from "@/lib/accounts/commands/passkeys";
import { byTotp } from "@/lib/accounts/commands/second-step";
import { byPasskey } from "@/lib/accounts/commands/sign-in-by-passkey";
import { getFactors } from "@/lib/accounts/queries/factors";
import { mergeAccounts } from "./commands/merge-accounts";
import {
  proveOtherByPasskey,
  proveOtherByPassword,
  proveOtherBySecondStep,
} from "./commands/prove-other";

beforeEachMerge();

const { browser, network } = place;
const theirs = { actor: account(other.id) };
const UUID = /^[0-9a-f-]{36}$/;

/** A telephone with a passkey of this account's. */
async function addKey(accountId: string) {
  const telephone = createAuthenticator();
  const asked = { purpose: "register", accountId, browser } as const;
  const { challengeId, options } = await openChallenge(asked, network);
  const made = { challengeId, credential: telephone.make(options), name: "Téléphone" };
  await addPasskey({ actor: account(accountId) }, made, browser);
  return telephone;
}

async function signedBy(telephone: ReturnType<typeof createAuthenticator>) {
  const asked = { purpose: "merge", accountId: null, browser } as const;
  const { challengeId, options } = await openChallenge(asked, network);
  return { challengeId, credential: telephone.sign(options) };
}

const password = (ctx = mine) =>
  proveOtherByPassword(ctx, { email: other.email, password: DEMO_PASSWORD }, place);

async function firstStep() {
  const first = await password();
  if (!("stepId" in first)) throw new Error("no second step");
  return { id: first.stepId, field: "code" };
}

describe("a passkey of the other account", () => {
  test("proves it whole, also where two proofs are asked", async () => {
    const telephone = await addKey(other.id);
    await addTotp(theirs);
    const proof = await proveOtherByPasskey(mine, await signedBy(telephone), browser);
    expect(proof).toEqual({ proofId: expect.stringMatching(UUID) });
  });

  test("of one's own proves no other, and none is good twice", async () => {
    const telephone = await addKey(own.id);
    await expect(proveOtherByPasskey(mine, await signedBy(telephone), browser)).rejects.toThrow(
      "Écrivez celle de l’autre",
    );
    const their = await signedBy(await addKey(other.id));
    await proveOtherByPasskey(mine, their, browser);
    await expect(proveOtherByPasskey(mine, their, browser)).rejects.toThrow();
  });
});

describe("an account that asks for a second step", () => {
  test("asks for it after its password; two that both ask become one", async () => {
    const { secret } = await addTotp(theirs);
    await addTotp(mine);
    const step = await firstStep();
    const wrong = byTotp(wrongTotpCode(secret));
    await expect(proveOtherBySecondStep(mine, step, wrong, place)).rejects.toThrow();
    const proofId = await proveOtherBySecondStep(mine, step, byTotp(totpCode(secret)), place);
    const merged = await mergeAccounts(mine, { proofId, keptId: own.id });
    expect(merged).toEqual({ keptId: own.id, proof: "second-step" });
    expect((await getFactors(own.id)).totp).not.toBeNull();
  });

  test("or its passkey", async () => {
    const telephone = await addKey(other.id);
    await addTotp(theirs);
    const step = await firstStep();
    const asked = { purpose: "second-step", accountId: other.id, browser } as const;
    const { challengeId, options } = await openChallenge(asked, network);
    const signed = { challengeId, credential: telephone.sign(options) };
    const second = await byPasskey(step.id, signed, browser);
    expect(await proveOtherBySecondStep(mine, step, second, place)).toMatch(UUID);
  });

  test("lets nobody in by it, nor another account's owner merge", async () => {
    const { secret } = await addTotp(theirs);
    const step = await firstStep();
    const right = byTotp(totpCode(secret));
    await expect(pass(step.id, right, browser)).rejects.toThrow("Recommencez");
    const stranger = { actor: account(third.id) };
    await expect(proveOtherBySecondStep(stranger, step, right, place)).rejects.toThrow();
    const entering = { id: await firstProof(theirs), field: "code" };
    const asIfMine = { ...place, browser: "one browser" };
    await expect(proveOtherBySecondStep(mine, entering, right, asIfMine)).rejects.toThrow();
    expect(only([await proveOtherBySecondStep(mine, step, right, place)])).toMatch(UUID);
  });
});
