import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { deliveries, events, files, procedureProviders } from "@/db/schema";
import { createUnit, only, resident } from "@/db/test/factories";
import { fill, rowOf, signedIn, start } from "@/db/test/filing";
import { receiveRequest } from "./commands/receive-request";
import { saveStep } from "./commands/save-step";
import { submitRequest } from "./commands/submit-request";
import { getReceipt } from "./queries/get-receipt";

const actionsOf = async (id: string) =>
  (await pool.select({ action: events.action }).from(events).where(eq(events.subjectId, id)))
    .map(({ action }) => action)
    .sort();

describe("submitRequest", () => {
  test("keeps checked answers for good and tells everybody once", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    await fill(ctx, reference, { raison: "cachée" });
    await submitRequest(ctx, { reference, declared: true });
    const row = await rowOf(reference);
    expect(row).toMatchObject({
      status: "submitted",
      typed: {},
      draftExpiresAt: null,
      applicantName: "Samira Benali",
      applicantEmail: "samira@exemple.fr",
      answers: {
        identite: {
          familyName: "Benali",
          givenName: "Samira",
          birthdate: "1989-05-18",
          email: "samira@exemple.fr",
        },
        profil: "habitant",
        adresse: { street: "12 rue de la Marne", postalCode: "69500", commune: "Bron" },
      },
    });
    expect(Number(row.deadlineAt) - Number(row.submittedAt)).toBeGreaterThan(60 * 86_400_000);
    expect(await getReceipt(ctx, reference)).toMatchObject({ reference, unitName: "Voirie" });
  });

  test("sent five times at once: one receipt, one event, one mail", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    await fill(ctx, reference);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => submitRequest(ctx, { reference, declared: true })),
    );
    const { id, revision } = await rowOf(reference);
    expect(sent.map((receipt) => receipt.id)).toEqual(Array(5).fill(id));
    expect(sent.filter(({ isFirst }) => isFirst)).toHaveLength(1);
    expect((await actionsOf(id)).filter((action) => action === "request.submit")).toHaveLength(1);
    const jobs = await pool.execute(
      sql`select from graphile_worker._private_jobs where payload ->> 'requestId' = ${id}`,
    );
    expect(jobs).toHaveLength(1);
    expect(revision).toBe(3);
    const told = () => pool.select().from(deliveries).where(eq(deliveries.subjectId, id));
    const worker = { actor: { kind: "system", id: "requests.receive" } } as const;
    for (const _ of ["run", "run again"]) await receiveRequest(worker, { requestId: id });
    expect((await told()).map(({ template }) => template)).toEqual(["acknowledgement"]);
  });

  test("a draft that lacks an answer, or the declaration, is not sent", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    const act = () => submitRequest(ctx, { reference, declared: true });
    await expect(act()).rejects.toMatchObject({ code: "invalid", fields: { root: /Il manque/ } });
    await fill(ctx, reference);
    await expect(submitRequest(ctx, { reference, declared: false })).rejects.toMatchObject({
      fields: { declaration: expect.stringContaining("Cochez") },
    });
    expect((await rowOf(reference)).status).toBe("draft");
  });
});

describe("the files of a draft", () => {
  test("a file that is not this draft's is not sent with it", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    const stolen = randomUUID();
    await fill(ctx, reference, { piece: stolen });
    await expect(submitRequest(ctx, { reference, declared: true })).rejects.toMatchObject({
      fields: { piece: /Ajoutez-le de nouveau/ },
    });
  });

  test("its own file goes with it, for good", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    const { id: requestId } = await rowOf(reference);
    const about = {
      name: "a.pdf",
      mediaType: "application/pdf",
      size: 3,
      sha256: "",
      storageKey: "a",
    };
    const owner = { ownerKind: ctx.actor.kind, ownerId: ctx.actor.id, requestId };
    const row = { ...about, ...owner, fieldId: "piece", expiresAt: new Date() };
    const file = only(await pool.insert(files).values(row).returning());
    await fill(ctx, reference, { piece: file.id });
    await submitRequest(ctx, { reference, declared: true });
    expect(await pool.select().from(files)).toMatchObject([{ expiresAt: null }]);
  });
});

test("once sent, nothing is filled any more", async () => {
  const ctx = await signedIn();
  const reference = await start(ctx);
  await fill(ctx, reference);
  await submitRequest(ctx, { reference, declared: true });
  const act = saveStep(ctx, { reference, stepId: "vous", said: {} });
  await expect(act).rejects.toMatchObject({ code: "conflict" });
  await expect(getReceipt({ actor: resident() }, reference)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("what waited as a draft goes to the unit in charge when it is sent", async () => {
  const ctx = await signedIn();
  const reference = await start(ctx);
  await fill(ctx, reference);
  const { organisationId, providerId } = await rowOf(reference);
  const next = await createUnit(organisationId, "Propreté");
  await pool
    .update(procedureProviders)
    .set({ unitId: next.id })
    .where(eq(procedureProviders.id, providerId));
  await submitRequest(ctx, { reference, declared: true });
  expect((await rowOf(reference)).unitId).toBe(next.id);
});
