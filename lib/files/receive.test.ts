import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { files } from "@/db/schema";
import { agent, createRequest, only, resident, visitor } from "@/db/test/factories";
import { HEIC, PDF, photo } from "@/db/test/samples";
import type { Actor } from "@/lib/auth/actor";
import { type Context, read, transaction } from "@/lib/context";
import { storage } from "@/lib/integrations/storage";
import { attachFiles } from "./commands/attach";
import { purgeFiles } from "./commands/purge";
import { receiveFile, storePostedFile } from "./commands/receive";
import { removeFile } from "./commands/remove";
import { DRAFT_QUOTA } from "./model";
import { grantUpload } from "./policy";
import { findFile, listFiles, listFilesOf, openFile } from "./queries/files";

const system = { actor: { kind: "system", id: "test" } } as const;
const rules = { fieldId: "piece" };

async function createDraft(actor: Actor = resident()) {
  const held = actor.kind === "visitor" ? { trackingHash: actor.id } : { residentId: actor.id };
  const request = await createRequest({ ...held, status: "draft" });
  const ctx = { actor };
  const send = (bytes: Buffer, name = "acte.pdf") =>
    receiveFile(ctx, grantUpload(actor, request.id, rules), { name, bytes });
  return { ctx, request, send, grant: grantUpload(actor, request.id, rules) };
}

/** What a query without any where clause gives: row level security alone. */
const rawRows = (ctx: Context) =>
  read(ctx, (db) => db.execute(sql`select * from files`)).then(({ length }) => length);

const rowOf = async (id: string) =>
  only((await pool.select().from(files)).filter((file) => file.id === id));

test("a PDF is kept as it is, with its hash, until it is attached", async () => {
  const { send } = await createDraft();
  const { id } = await send(PDF, "../Acte de naissance.PDF");
  expect(await rowOf(id)).toMatchObject({
    name: "Acte de naissance.PDF",
    mediaType: "application/pdf",
    sha256: createHash("sha256").update(PDF).digest("hex"),
    scan: "unscanned",
    expiresAt: expect.any(Date),
  });
  expect(await storage.get(id)).toEqual(PDF);
});

test("a photo is kept upright, without where it was taken", async () => {
  const taken = await photo();
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const { send } = await createDraft();
  const { id } = await send(taken, "IMG_0042.jpeg");
  const kept = await sharp(await storage.get(id)).metadata();
  expect(kept).toMatchObject({ width: 20, height: 40 });
  expect([kept.exif, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined]);
});

test.for([
  ["a HEIC photo named .jpg", HEIC, "Envoyez un JPG, un PNG ou un PDF."],
  ["a program named .pdf", Buffer.from("MZ\x90\0".padEnd(600, "\0"), "latin1"), "ne peut pas être"],
  ["a web page named .pdf", Buffer.from("<script>alert(1)</script>"), "ne peut pas être lu"],
  ["nothing", Buffer.alloc(0), "est vide"],
  ["a broken picture", Buffer.from("\xff\xd8\xff\xe0JFIF", "latin1"), "abîmée"],
  ["eleven megabytes", Buffer.concat([PDF, Buffer.alloc(11 << 20)]), "la limite est de 10"],
] as const)("%s is refused at the field, and nothing is kept", async ([, bytes, sentence]) => {
  const { send } = await createDraft();
  await expect(send(bytes, "plan.pdf")).rejects.toMatchObject({
    code: "invalid",
    fields: { piece: expect.stringContaining(sentence) },
  });
  expect(await pool.select().from(files)).toEqual([]);
});

test("a posted control gives a file, an empty one gives none", async () => {
  const { ctx, grant } = await createDraft();
  const sent = await storePostedFile(ctx, new File([PDF], "acte.pdf"), grant);
  expect(sent).toMatchObject({ name: "acte.pdf" });
  for (const name of ["", "undefined"])
    expect(await storePostedFile(ctx, new File([], name), grant)).toBeNull();
});

test("a draft holds so many files and no more", async () => {
  const { ctx, send, grant } = await createDraft();
  const one = await send(PDF);
  const row = await rowOf(one.id);
  const many = Array.from({ length: DRAFT_QUOTA.files - 1 }, () => crypto.randomUUID());
  await pool.insert(files).values(many.map((id) => ({ ...row, id, storageKey: id })));
  await expect(send(PDF)).rejects.toMatchObject({ code: "invalid" });
  await removeFile(ctx, one.id);
  await expect(receiveFile(ctx, grant, { name: "a.pdf", bytes: PDF })).resolves.toBeDefined();
});

test("nobody sends to somebody else's draft, not even with a grant in their own name", async () => {
  const { request } = await createDraft();
  const stranger = resident();
  const grant = grantUpload(stranger, request.id, rules);
  const act = receiveFile({ actor: stranger }, grant, { name: "a.pdf", bytes: PDF });
  await expect(act).rejects.toMatchObject({ code: "not-found" });
});

test("a grant serves the actor it was given to", async () => {
  const { grant } = await createDraft();
  const act = receiveFile({ actor: resident() }, grant, { name: "a.pdf", bytes: PDF });
  await expect(act).rejects.toMatchObject({ code: "forbidden" });
});

test.for([
  ["its resident", true, true, (a: Actor) => a],
  ["another resident", false, false, () => resident()],
  ["an agent of the unit", false, true, (_: Actor, unitId: string) => agent([unitId])],
  ["an agent of another unit", false, false, () => agent([crypto.randomUUID()])],
  ["a visitor", false, false, () => visitor()],
] as const)("%s sees a waiting file: %s, an attached one: %s", async ([, waiting, sent, of]) => {
  const { ctx, request, send } = await createDraft();
  const { id } = await send(PDF);
  const other = { actor: of(ctx.actor, request.unitId) };
  expect((await findFile(other, id)) !== null).toBe(waiting);
  expect(await rawRows(other)).toBe(waiting ? 1 : 0);
  await transaction(ctx, (ctx) => attachFiles(ctx, [id], { requestId: request.id }));
  await pool.execute(`update requests set status = 'received'`);
  expect((await findFile(other, id)) !== null).toBe(sent);
  expect(await rawRows(other)).toBe(sent ? 1 : 0);
  expect(await listFilesOf(other, request.id)).toHaveLength(sent ? 1 : 0);
  const opened = await openFile(other, id).then(
    () => true,
    () => false,
  );
  expect(opened).toBe(sent);
});

test("whoever claims a draft into their account handles its files", async () => {
  const { request, send } = await createDraft(visitor("c".repeat(64)));
  const [kept, removed] = [await send(PDF), await send(PDF)];
  const owner = resident();
  await pool.execute(`update requests set resident_id = '${owner.id}', tracking_hash = null`);
  const ctx = { actor: owner };
  expect(await listFiles(ctx, [removed.id, kept.id])).toMatchObject([removed, kept]);
  await removeFile(ctx, removed.id);
  await transaction(ctx, (ctx) => attachFiles(ctx, [kept.id], { requestId: request.id }));
  expect(await listFilesOf(ctx, request.id)).toMatchObject([{ id: kept.id, fieldId: "piece" }]);
});

test("what was sent cannot be taken back, nor a stranger's file attached or removed", async () => {
  const { ctx, request, send } = await createDraft();
  const { id } = await send(PDF);
  const stranger = { actor: resident() };
  const target = { requestId: request.id, fieldId: "piece" };
  await expect(removeFile(stranger, id)).rejects.toMatchObject({ code: "not-found" });
  const theft = transaction(stranger, (ctx) => attachFiles(ctx, [id], target));
  await expect(theft).rejects.toMatchObject({ code: "invalid" });
  await transaction(ctx, (ctx) => attachFiles(ctx, [id], target));
  const move = transaction(ctx, (ctx) => attachFiles(ctx, [id], target));
  await expect(move).rejects.toMatchObject({ code: "invalid" });
  await expect(removeFile(ctx, id)).rejects.toMatchObject({ code: "not-found" });
});

test("an id that cannot be one is no file, and no fault of ours", async () => {
  expect(await listFiles(system, ["piece", "1 or 1=1"])).toEqual([]);
  await expect(removeFile(system, "piece")).rejects.toMatchObject({ code: "not-found" });
});

test("the purge takes what expired, its bytes too, but nothing from a living draft", async () => {
  const [old, living] = [await createDraft(), await createDraft()];
  const [gone, kept] = [await old.send(PDF), await living.send(PDF)];
  await pool.execute(`update files set expires_at = now() - interval '1 minute'`);
  await pool.execute(`update requests set status = 'cancelled' where id = '${old.request.id}'`);
  await purgeFiles(system);
  expect(await findFile(old.ctx, gone.id)).toBeNull();
  await expect(storage.get(gone.id)).rejects.toThrow();
  expect(await findFile(living.ctx, kept.id)).toEqual(kept);
});
