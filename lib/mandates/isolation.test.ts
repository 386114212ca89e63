import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { events, mandates, requests } from "@/db/schema";
import { createAccount } from "@/db/test/connect";
import { account, createOrganisation, createRequest, createUnit, only } from "@/db/test/factories";
import type { ActingHelper, Actor } from "@/lib/auth/actor";
import { read, transaction } from "@/lib/context";
import { recordEvent } from "@/lib/events/commands";

const DAY_MS = 86_400_000;
const residentId = crypto.randomUUID();
const helper = { id: crypto.randomUUID(), name: "Paul Durand" };

const acting = (more: Partial<ActingHelper> = {}): Actor => ({
  kind: "resident",
  id: residentId,
  helper: { ...helper, ...more },
});

describe("a helper at the portal", () => {
  let [here, elsewhere] = ["", ""];

  beforeEach(async () => {
    const organisationId = (await createOrganisation()).id;
    [here, elsewhere] = [
      (await createUnit(organisationId)).id,
      (await createUnit(organisationId, "Propreté")).id,
    ];
    await createRequest({ organisationId, unitId: here, residentId });
    await createRequest({ organisationId, unitId: elsewhere, residentId });
    await createRequest({ organisationId, unitId: here, residentId: crypto.randomUUID() });
  });

  const unitsSeen = (actor: Actor) =>
    read({ actor }, (db) => db.select({ unitId: requests.unitId }).from(requests)).then((rows) =>
      rows.map(({ unitId }) => unitId),
    );

  test("reaches the person’s requests, and only where the mandate reaches", async () => {
    expect((await unitsSeen(acting())).sort()).toEqual([here, elsewhere].sort());
    expect(await unitsSeen(acting({ unitIds: [here] }))).toEqual([here]);
    expect(await unitsSeen(acting({ unitIds: [] }))).toEqual([]);
  });

  test("sends nothing to a service that the mandate does not name", async () => {
    const moved = transaction({ actor: acting({ unitIds: [here] }) }, ({ db }) =>
      db.update(requests).set({ unitId: elsewhere }).where(eq(requests.unitId, here)),
    );
    await expect(moved).rejects.toThrow();
  });

  test("signs what they do, in whose name", async () => {
    const { id: subject } = await createRequest({ residentId });
    await transaction({ actor: acting() }, (ctx) => recordEvent(ctx, "request.start", subject));
    const written = only(await pool.select().from(events).where(eq(events.subjectId, subject)));
    expect(written).toMatchObject({
      actorKind: "helper",
      actorId: helper.id,
      actingFor: residentId,
    });
  });

  test.for([
    ["the person’s own hand", { actorKind: "resident", actorId: residentId, actingFor: null }],
    ["another helper’s", { actorKind: "helper", actorId: "x", actingFor: residentId }],
    ["somebody else’s name", { actorKind: "helper", actorId: helper.id, actingFor: helper.id }],
    ["nobody’s name", { actorKind: "helper", actorId: helper.id, actingFor: null }],
  ] as const)("cannot sign with %s", async ([, author]) => {
    const { id: subjectId } = await createRequest({ residentId });
    const signed = transaction({ actor: acting() }, ({ db }) =>
      db.insert(events).values({ action: "request.start", subjectId, ...author }),
    );
    await expect(signed).rejects.toThrow();
  });
});

let [asker, asked, stranger] = ["", "", ""];

/** Asked by a helper of somebody’s mailbox. */
beforeEach(async () => {
  const invited = await createAccount();
  [asker, asked, stranger] = [(await createAccount()).id, invited.id, (await createAccount()).id];
  await pool.insert(mandates).values({
    askedBy: "helper",
    inviterId: asker,
    inviterName: "Paul Durand",
    inviteeEmail: invited.email,
    kind: "relative",
    clientIds: ["portal"],
    duration: "year",
    answerBy: new Date(Date.now() + DAY_MS),
  });
});

const seenBy = (id: string) =>
  read({ actor: account(id) }, (db) => db.select({ id: mandates.id }).from(mandates));

test("a mandate is seen by whoever asked and by the mailbox that was asked", async () => {
  for (const [id, rows] of [
    [asker, 1],
    [asked, 1],
    [stranger, 0],
  ] as const)
    expect(await seenBy(id)).toHaveLength(rows);
});

const now = new Date();
const accepted = (inviteeId: string) => ({
  status: "active" as const,
  inviteeId,
  inviteeEmail: null,
  acceptedAt: now,
  endsAt: new Date(now.getTime() + DAY_MS),
});
const acceptAs = (id: string, inviteeId: string) =>
  transaction({ actor: account(id) }, ({ db }) =>
    db.update(mandates).set(accepted(inviteeId)).returning({ id: mandates.id }),
  );

test("a mandate is accepted by nobody but whoever was asked", async () => {
  await expect(acceptAs(asker, asked)).rejects.toThrow();
  await expect(acceptAs(asker, asker)).rejects.toThrow();
  await expect(acceptAs(asked, stranger)).rejects.toThrow();
  expect(await acceptAs(stranger, stranger)).toEqual([]);
  expect(await acceptAs(asked, asked)).toHaveLength(1);
});

test("a mandate keeps its terms and its end, whoever writes; over, it stays over", async () => {
  await acceptAs(asked, asked);
  const change = (set: string) =>
    transaction({ actor: account(asked) }, ({ db }) =>
      db.execute(sql.raw(`update mandates set ${set}`)),
    );
  for (const set of [
    "ends_at = now() + interval '300 days'",
    "client_ids = '{portal,piscines}'",
    `inviter_id = '${stranger}'`,
    "duration = 'day'",
    "status = 'asked'",
  ])
    await expect(change(set), set).rejects.toThrow();
  await change("status = 'ended', ended_at = now(), ending = 'person'");
  await expect(change("status = 'active'")).rejects.toThrow();
});

test("a mandate never lasts more than a year, and never binds one to oneself", async () => {
  const late = { ...accepted(asked), endsAt: new Date(now.getTime() + 367 * DAY_MS) };
  await expect(pool.update(mandates).set(late)).rejects.toThrow();
  await expect(pool.update(mandates).set(accepted(asker))).rejects.toThrow();
});
