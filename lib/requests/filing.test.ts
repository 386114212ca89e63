import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { requests } from "@/db/schema";
import { agent, resident, visitor } from "@/db/test/factories";
import { ADDRESS, createParking, IDENTITY, rowOf, signedIn, start } from "@/db/test/filing";
import { saveStep } from "./commands/save-step";
import { startRequest } from "./commands/start-request";
import { getDraft } from "./queries/get-draft";

describe("startRequest", () => {
  test("begins with what the account says, and says where it comes from", async () => {
    const ctx = await signedIn({
      birthdate: "1989-05-18",
      claim_origins: { family_name: "certified", birthdate: "certified" },
    });
    const draft = await getDraft(ctx, await start(ctx));
    expect(draft.reference).toMatch(/^BRON-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(draft.typed).toEqual(IDENTITY);
    expect(draft.origins).toEqual({
      "identite.familyName": "certified",
      "identite.givenName": "account",
      "identite.birthdate": "certified",
      "identite.email": "account",
    });
  });

  test("a link fills known controls with good values, and never the account's", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx, {
      profil: "pro",
      "adresse.postalCode": "abc",
      "adresse.commune": "Bron",
      "identite.familyName": "Autre",
      intrus: "x",
    });
    expect((await getDraft(ctx, reference)).typed).toMatchObject({
      profil: "pro",
      "adresse.commune": "Bron",
      "identite.familyName": "Benali",
    });
    expect(Object.keys((await getDraft(ctx, reference)).typed)).not.toContain("intrus");
    expect(Object.keys((await getDraft(ctx, reference)).typed)).not.toContain("adresse.postalCode");
  });

  test("clicked three times at once, it starts one draft", async () => {
    const { id: providerId } = await createParking();
    const ctx = await signedIn();
    const started = await Promise.all([1, 2, 3].map(() => startRequest(ctx, { providerId })));
    expect(new Set(started.map(({ reference }) => reference)).size).toBe(1);
    expect(await pool.$count(requests)).toBe(1);
  });

  test("a visitor with a tracking code may, where no account is asked", async () => {
    const reference = await start({ actor: visitor("a".repeat(64)) });
    expect(await rowOf(reference)).toMatchObject({
      trackingHash: "a".repeat(64),
      residentId: null,
      typed: {},
    });
  });

  test.for([
    ["a visitor without a code", visitor(), "forbidden"],
    ["an agent", agent(), "forbidden"],
  ] as const)("%s may not", async ([, actor, code]) => {
    await expect(start({ actor })).rejects.toMatchObject({ code });
  });
});

describe("saveStep", () => {
  test("keeps wrong values, says what is wrong, and where to go next", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    const said = { ...IDENTITY, profil: "pro", "identite.email": "samira@" };
    const saved = await saveStep(ctx, { reference, stepId: "vous", said });
    expect(saved.next).toBe("entreprise");
    expect(Object.keys(saved.errors)).toEqual(["identite.email"]);
    expect((await getDraft(ctx, reference)).typed).toEqual(said);
  });

  test("what the State certified does not move, what the account said becomes one's own", async () => {
    const ctx = await signedIn({ claim_origins: { family_name: "certified" } });
    const reference = await start(ctx);
    const said = { ...IDENTITY, "identite.familyName": "Pirate", "identite.givenName": "Sam" };
    await saveStep(ctx, { reference, stepId: "vous", said });
    const { typed, origins } = await getDraft(ctx, reference);
    expect(typed).toMatchObject({ "identite.familyName": "Benali", "identite.givenName": "Sam" });
    expect(origins).toEqual({
      "identite.familyName": "certified",
      "identite.email": "account",
    });
  });

  test("two windows on two steps: both are kept", async () => {
    const ctx = await signedIn();
    const reference = await start(ctx);
    await Promise.all([
      saveStep(ctx, { reference, stepId: "vous", said: { ...IDENTITY, profil: "habitant" } }),
      saveStep(ctx, { reference, stepId: "lieu", said: ADDRESS }),
    ]);
    expect((await getDraft(ctx, reference)).typed).toEqual({
      ...IDENTITY,
      ...ADDRESS,
      profil: "habitant",
    });
  });

  test.for([
    ["another resident", resident()],
    ["nobody", visitor()],
    ["an agent of the unit", agent([randomUUID()])],
  ] as const)("%s is told that there is no such request", async ([, actor]) => {
    const reference = await start(await signedIn());
    const act = saveStep({ actor }, { reference, stepId: "vous", said: {} });
    await expect(act).rejects.toMatchObject({ code: "not-found" });
    await expect(getDraft({ actor }, reference)).rejects.toMatchObject({ code: "not-found" });
  });

  test("a step that this journey does not have is not found", async () => {
    const ctx = await signedIn();
    const act = saveStep(ctx, { reference: await start(ctx), stepId: "entreprise", said: {} });
    await expect(act).rejects.toMatchObject({ code: "not-found" });
  });
});
