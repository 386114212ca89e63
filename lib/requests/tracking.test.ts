import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { events, requests } from "@/db/schema";
import { createRequest, only, resident, visitor } from "@/db/test/factories";
import { hashTrackingCode } from "@/lib/auth/tracking";
import { claimRequest } from "./commands/claim-request";
import { openTracked } from "./commands/open-tracked";
import { followRequest } from "./queries/follow-request";

const CODE = "K7P2-M4QX-09TW";
const trackingHash = hashTrackingCode(CODE);
const from = (visitor: string, network = "192.0.2.1") => ({ visitor, network });
const create = () => createRequest({ trackingHash });

test("a code opens its request, however it is typed", async () => {
  const { reference } = await create();
  const opened = await openTracked(" k7p2 m4qx o9tw ", from("a"));
  expect(opened).toMatchObject({ reference, code: CODE });
});

test.for(["K7P2-M4QX-09TV", "K7P2", "", "x".repeat(5000)])("« %s » opens nothing", async (code) => {
  await create();
  await expect(openTracked(code, from("a"))).rejects.toMatchObject({
    code: "invalid",
    fields: { code: expect.stringContaining("Aucune demande") },
  });
});

test("one browser that keeps guessing has to wait, even with the right code; another does not", async () => {
  await create();
  for (let i = 0; i < 6; i++) await openTracked("0000-0000-0000", from("a")).catch(() => {});
  await expect(openTracked(CODE, from("a"))).rejects.toMatchObject({
    fields: { code: expect.stringContaining("Trop d’essais") },
  });
  await expect(openTracked(CODE, from("b"))).resolves.toMatchObject({ code: CODE });
});

test("guesses sent together count like guesses one after the other", async () => {
  await create();
  const guesses = Array.from({ length: 60 }, (_, i) =>
    openTracked("0000-0000-0000", from(`browser-${i}`)).catch((error) => error.fields.code),
  );
  const refused = (await Promise.all(guesses)).filter((why) => why.startsWith("Trop d’essais"));
  expect(refused.length).toBeGreaterThan(15);
});

test("right codes never wear a network out", async () => {
  await create();
  for (let i = 0; i < 50; i++) await openTracked(CODE, from(`browser-${i}`));
});

test("claimed, a request is the account's, and its code opens nothing more", async () => {
  const { id, reference } = await create();
  const actor = resident();
  await claimRequest({ actor }, { trackingHash });

  expect(await followRequest({ actor }, reference)).toMatchObject({ request: { id } });
  const byCode = followRequest({ actor: visitor(trackingHash) }, reference);
  await expect(byCode).rejects.toMatchObject({ code: "not-found" });
  await expect(openTracked(CODE, from("a"))).rejects.toMatchObject({ code: "invalid" });
  expect(await pool.select().from(events)).toMatchObject([
    { action: "request.claim", subjectId: id, details: { residentId: actor.id } },
  ]);
});

test("claimed twice by the same account, it is claimed once, and nobody else's by its reference", async () => {
  const { reference } = await create();
  const actor = resident();
  const claim = () => claimRequest({ actor }, { trackingHash, reference });
  expect(await Promise.all([claim(), claim()])).toMatchObject([{ reference }, { reference }]);
  await claimRequest({ actor }, { trackingHash: "", reference });
  expect(await pool.select().from(events)).toHaveLength(1);
  const other = claimRequest({ actor: resident() }, { trackingHash: "", reference });
  await expect(other).rejects.toMatchObject({ code: "not-found" });
});

test("of several codes held, the one of the request shown is claimed, never another", async () => {
  await create();
  const claim = { trackingHash, reference: "BRON-2026-000000" };
  const act = claimRequest({ actor: resident() }, claim);
  await expect(act).rejects.toMatchObject({ code: "not-found" });
  expect((await openTracked(CODE, from("a"))).code).toBe(CODE);
});

test("claimed by two accounts at once, it is the one's", async () => {
  const { id } = await create();
  const both = [resident(), resident()].map((actor) => claimRequest({ actor }, { trackingHash }));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const after = only(await pool.select().from(requests).where(eq(requests.id, id)));
  expect(after.residentId).not.toBeNull();
  expect(await pool.select().from(events)).toHaveLength(1);
});

test("nobody claims without a code, nor without an account", async () => {
  await createRequest({ trackingHash: null });
  const empty = claimRequest.bind(null, { actor: resident() }, { trackingHash: "" });
  expect(empty).toThrow(expect.objectContaining({ code: "forbidden" }));
  const nobody = claimRequest.bind(null, { actor: visitor(trackingHash) }, { trackingHash });
  expect(nobody).toThrow(expect.objectContaining({ code: "forbidden" }));
});
