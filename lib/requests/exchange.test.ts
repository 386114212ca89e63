import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { deliveries, events, files, messages, notes, requests, supplements } from "@/db/schema";
import {
  agent,
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  resident,
  visitor,
} from "@/db/test/factories";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/casework/commands/add-note";
import { listNotes } from "@/lib/casework/queries/list-notes";
import { type Context, read } from "@/lib/context";
import { sendMessage } from "./commands/send-message";
import { followRequest } from "./queries/follow-request";
import { listExchange } from "./queries/list-exchange";

const [owner, code] = [resident(), "c".repeat(64)];
let place: { organisationId: string; unitId: string };
let karim: Context;

beforeEach(async () => {
  const organisationId = (await createOrganisation()).id;
  const unitId = (await createUnit(organisationId)).id;
  place = { organisationId, unitId };
  karim = { actor: await createAgent(organisationId, [unitId]) };
});

const create = (values: Parameters<typeof createRequest>[0] = {}) =>
  createRequest({ ...place, residentId: owner.id, applicantName: "Samira Benali", ...values });
const message = (reference: string, fileIds: string[] = []) => ({
  reference,
  id: randomUUID(),
  body: "Bonjour",
  fileIds,
});
const joined = async (requestId: string, actor: Actor) => {
  const row = { id: randomUUID(), ownerKind: actor.kind, ownerId: actor.id, requestId };
  await pool.insert(files).values({
    ...row,
    name: "plan.pdf",
    mediaType: "application/pdf",
    size: 10,
    sha256: "0",
    storageKey: row.id,
    scan: "unscanned",
    expiresAt: new Date(Date.now() + 60_000),
  });
  return row.id;
};

describe("sendMessage", () => {
  test("goes both ways, signed, and the other side is told", async () => {
    const { id, reference } = await create();
    await sendMessage({ actor: owner }, message(reference));
    await sendMessage(karim, message(reference));
    const { entries } = await listExchange(karim, id);
    expect(entries.map(({ authorKind, authorName }) => [authorKind, authorName])).toEqual([
      ["resident", "Samira Benali"],
      ["agent", "Karim H."],
    ]);
    const told = (await pool.select().from(deliveries)).map(({ template }) => template);
    expect(told.sort()).toEqual(["agent-message", "message"]);
  });

  test("is written once when the form is sent twice, at once or later", async () => {
    const { reference } = await create();
    const input = message(reference);
    const send = () => sendMessage({ actor: owner }, input);
    await Promise.all([send(), send()]);
    await send();
    expect(await pool.select().from(messages)).toHaveLength(1);
    expect(await pool.select().from(deliveries)).toHaveLength(1);
  });

  test("takes the sender's files with it, and nobody else's", async () => {
    const { id, reference } = await create();
    const [mine, theirs] = [await joined(id, owner), await joined(id, resident())];
    await sendMessage({ actor: owner }, message(reference, [mine]));
    const act = sendMessage({ actor: owner }, message(reference, [theirs]));
    await expect(act).rejects.toMatchObject({ code: "invalid" });
    const { entries } = await listExchange(karim, id);
    expect(entries).toMatchObject([{ files: [{ id: mine }] }]);
  });

  test("is refused once the request is over, to a stranger, and to another unit", async () => {
    const [over, open] = [await create({ status: "accepted" }), await create()];
    const act = (actor: Actor, reference: string) => sendMessage({ actor }, message(reference));
    await expect(act(owner, over.reference)).rejects.toMatchObject({ code: "conflict" });
    await expect(act(resident(), open.reference)).rejects.toMatchObject({ code: "not-found" });
    await expect(act(visitor(), open.reference)).rejects.toMatchObject({ code: "not-found" });
    await expect(act(agent([randomUUID()]), open.reference)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("a note is for the unit's agents: its resident has none of it", async () => {
  const { id, reference } = await create();
  await addNote(karim, { reference, id: randomUUID(), body: "À vérifier" });
  expect(await listNotes(karim, id)).toMatchObject([{ agentName: "Karim H.", body: "À vérifier" }]);
  expect(await listNotes({ actor: owner }, id)).toEqual([]);
  const act = addNote({ actor: owner }, { reference, id: randomUUID(), body: "Moi aussi" });
  await expect(act).rejects.toMatchObject({ code: "forbidden" });
});

test("its resident follows what concerns them, and who read it", async () => {
  const { id, reference } = await create();
  const at = { subjectId: id, actorKind: "agent", actorId: karim.actor.id };
  await pool.insert(events).values([
    { ...at, action: "request.assign" },
    { ...at, action: "request.move", details: { transition: "take", to: "in_review" } },
    { ...at, action: "request.read" },
    { ...at, action: "request.note" },
  ]);
  const { history, readings } = await followRequest({ actor: owner }, reference);
  expect(history).toMatchObject([{ action: "request.move", agentName: null }]);
  expect(readings).toHaveLength(1);
});

/** Without any where clause: what row level security alone lets each one see. */
const TABLES = { requests, messages, supplements, notes, files } as const;
const seenBy = async (actor: Actor) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(TABLES).map(async ([name, table]) => [
        name,
        (await read({ actor }, (db) => db.select().from(table))).length,
      ]),
    ),
  );

const ALL = { requests: 1, messages: 1, supplements: 1, notes: 1, files: 1 };
const NOTHING = { requests: 0, messages: 0, supplements: 0, notes: 0, files: 0 };

test.for([
  ["an agent of the unit", ALL, (unitId: string) => agent([unitId])],
  ["its resident", { ...ALL, notes: 0 }, () => owner],
  ["whoever holds its code", { ...ALL, notes: 0 }, () => visitor(code)],
  ["an agent of another unit", NOTHING, () => agent([randomUUID()])],
  ["an administrator", NOTHING, () => agent([], place.organisationId, "administrator")],
  ["another resident", NOTHING, () => resident()],
  ["somebody with another code", NOTHING, () => visitor("d".repeat(64))],
  ["nobody", NOTHING, () => visitor()],
] as const)("around a request, %s sees %o", async ([, expected, actorOf]) => {
  const { id } = await create({ trackingHash: code });
  const by = { requestId: id, agentId: karim.actor.id };
  await pool.insert(messages).values({
    requestId: id,
    authorKind: "resident",
    authorId: owner.id,
    authorName: "Samira",
    body: "Bonjour",
  });
  await pool.insert(supplements).values({ ...by, question: "Quoi ?", dueAt: new Date() });
  await pool.insert(notes).values({ ...by, agentName: "Karim H.", body: "À voir" });
  const fileId = await joined(id, { kind: "system", id: "test" });
  await pool.update(files).set({ expiresAt: null }).where(eq(files.id, fileId));
  expect(await seenBy(actorOf(place.unitId))).toEqual(expected);
});
