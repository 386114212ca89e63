import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { procedureProviders, residents } from "@/db/schema";
import { startFranceConnect } from "@/db/test/franceconnect";

// Where FranceConnect is configured; started before anything reads the environment.
const far = await startFranceConnect();
const { createParking, fill, rowOf, signedIn } = await import("@/db/test/filing");
const { startRequest } = await import("./commands/start-request");
const { submitRequest } = await import("./commands/submit-request");
const { saveStep } = await import("./commands/save-step");
const { takeCertified } = await import("./commands/take-certified");
const { missingCertificate } = await import("./queries/certification");
const { getDraft } = await import("./queries/get-draft");

afterAll(() => far.stop());

const CERTIFIED = {
  given_name: "Mohamed",
  family_name: "AÏT-AHMED",
  birthdate: "1965-00-00",
  claim_origins: { given_name: "certified", family_name: "certified", birthdate: "certified" },
};

const askFor = (id: string, asksForCertified: boolean) =>
  pool.update(procedureProviders).set({ asksForCertified }).where(eq(procedureProviders.id, id));

const certify = (id: string) =>
  pool.update(residents).set({ claims: CERTIFIED }).where(eq(residents.id, id));

async function demanding() {
  const { id } = await createParking();
  await askFor(id, true);
  return id;
}

const begin = (ctx: Awaited<ReturnType<typeof signedIn>>, providerId: string) =>
  startRequest(ctx, { providerId, prefill: {} });

const missing = async (ctx: Awaited<ReturnType<typeof signedIn>>, reference: string) =>
  missingCertificate(ctx, await getDraft(ctx, reference));

test("who is not certified does not begin", async () => {
  await expect(begin(await signedIn(), await demanding())).rejects.toThrow("Certifiez");
});

test("nor does a visitor", async () => {
  const providerId = await demanding();
  const visitor = { actor: { kind: "visitor", id: "a".repeat(64) } } as const;
  await expect(startRequest(visitor, { providerId, prefill: {} })).rejects.toThrow("Certifiez");
});

test("who is certified begins with what the State says, and a presumed date is sent", async () => {
  const ctx = await signedIn(CERTIFIED);
  const { reference } = await begin(ctx, await demanding());
  expect(await rowOf(reference)).toMatchObject({
    typed: { "identite.familyName": "AÏT-AHMED", "identite.birthdate": "00/00/1965" },
    origins: { "identite.familyName": "certified" },
  });
  // Somebody else's name, typed over: what is certified stays.
  await fill(ctx, reference);
  await submitRequest(ctx, { reference, declared: true });
  expect((await rowOf(reference)).answers).toMatchObject({
    identite: { familyName: "AÏT-AHMED", givenName: "Mohamed", birthdate: "1965-00-00" },
  });
});

test("a draft begun before is asked for it when it is sent, and loses nothing typed", async () => {
  const ctx = await signedIn();
  const { id } = await createParking();
  const { reference } = await begin(ctx, id);
  await fill(ctx, reference);
  await askFor(id, true);
  await expect(submitRequest(ctx, { reference, declared: true })).rejects.toThrow("Certifiez");
  expect(await missing(ctx, reference)).toBe("certify");
  await expect(takeCertified(ctx, reference)).rejects.toThrow("Certifiez");

  await certify(ctx.actor.id);
  expect(await missing(ctx, reference)).toBe("take");
  await expect(submitRequest(ctx, { reference, declared: true })).rejects.toThrow("Certifiez");
  const { typed } = await rowOf(reference);
  await takeCertified(ctx, reference);
  expect((await rowOf(reference)).typed).toEqual({
    ...typed,
    "identite.familyName": "AÏT-AHMED",
    "identite.givenName": "Mohamed",
    "identite.birthdate": "00/00/1965",
  });
  expect(await missing(ctx, reference)).toBeNull();
  await submitRequest(ctx, { reference, declared: true });
  expect((await rowOf(reference)).status).toBe("submitted");
});

test("nobody takes their identity into somebody else's draft", async () => {
  const ctx = await signedIn(CERTIFIED);
  const { reference } = await begin(ctx, await demanding());
  await expect(takeCertified(await signedIn(CERTIFIED), reference)).rejects.toThrow();
});

test("a procedure that does not ask takes anybody", async () => {
  const ctx = await signedIn();
  const { reference } = await begin(ctx, (await createParking()).id);
  await saveStep(ctx, { reference, stepId: "vous", said: { profil: "habitant" } });
  expect(await missing(ctx, reference)).toBeNull();
});
