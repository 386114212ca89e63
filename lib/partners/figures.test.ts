import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { dataAccesses } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { createPartnerWithClient, createPerson } from "@/db/test/partners";
import { system } from "@/lib/auth/actor";
import { giveConsent, withdrawConsent } from "@/lib/consents/commands/decide";
import { recordCalls } from "./commands/record-calls";
import { getFigures } from "./queries/figures";

const DAY_MS = 86_400_000;

test("a service's figures: sign-ins by day and week, people, agreements; a stranger has none", async () => {
  const { ctx, body, clientId } = await createPartnerWithClient();
  const call = { clientId, organisationId: body.id, isSandbox: true, code: null, details: {} };
  const signIn = {
    ...call,
    at: new Date(),
    endpoint: "token",
    isOk: true,
    isSignIn: true,
  } as const;
  const failed = { ...call, at: new Date(), endpoint: "token", isOk: false } as const;
  const old = { ...signIn, at: new Date(Date.now() - 3 * DAY_MS) };
  await recordCalls([signIn, signIn, failed]);
  await recordCalls([signIn, old]);

  const people = await Promise.all([createAccount(), createAccount(), createAccount()]);
  const consents = [];
  for (const { id } of people) {
    const decision = { accountId: id, clientId, place: "consent-page" } as const;
    consents.push(await giveConsent(system("test"), { ...decision, ticked: [] }));
  }
  const [first, second, third] = people;
  await withdrawConsent(system("test"), {
    accountId: third?.id ?? "",
    clientId,
    place: "my-data",
  });
  for (const id of [first?.id, first?.id, second?.id])
    await pool.insert(dataAccesses).values({
      accountId: id ?? "",
      clientId,
      consentId: consents[0]?.id ?? "",
      items: ["identity"],
    });

  const { days, weeks, consents: count } = await getFigures(ctx, body.id, clientId);
  expect(days).toHaveLength(30);
  expect(days.at(-1)).toMatchObject({ signIns: 3, failures: 1 });
  expect(days.at(-4)).toMatchObject({ signIns: 1, failures: 0 });
  expect(weeks[0]).toMatchObject({ people: 2 });
  expect(weeks.reduce((sum, { signIns }) => sum + signIns, 0)).toBe(4);
  expect(count).toEqual({ active: 2, withdrawn: 1, readings: 3 });

  const stranger = { actor: { kind: "resident", id: (await createPerson()).id } } as const;
  await expect(getFigures(stranger, body.id, clientId)).rejects.toMatchObject({
    code: "not-found",
  });
});
