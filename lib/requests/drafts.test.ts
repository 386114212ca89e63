import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { files, requests } from "@/db/schema";
import { createRequest, resident } from "@/db/test/factories";
import { transaction } from "@/lib/context";
import { discardDraft } from "./commands/discard-draft";
import { purgeDraftsJob } from "./jobs";

const YESTERDAY = new Date(Date.now() - 86_400_000);
const TOMORROW = new Date(Date.now() + 86_400_000);

const file = { name: "a.pdf", mediaType: "application/pdf", size: 3, sha256: "", storageKey: "a" };

test("drafts whose time is over go with their files; others stay", async () => {
  const actor = resident();
  const draft = { status: "draft" as const, residentId: actor.id };
  const old = await createRequest({ ...draft, draftExpiresAt: YESTERDAY });
  const young = await createRequest({ ...draft, draftExpiresAt: TOMORROW });
  const sent = await createRequest({ residentId: actor.id, draftExpiresAt: YESTERDAY });
  const owner = { ownerKind: "resident", ownerId: actor.id, expiresAt: YESTERDAY };
  await pool.insert(files).values({ ...file, ...owner, requestId: old.id });

  await purgeDraftsJob.run({});

  const left = await pool.select({ id: requests.id }).from(requests);
  expect(left.map(({ id }) => id).sort()).toEqual([young.id, sent.id].sort());
  expect(await pool.$count(files)).toBe(0);
});

/** Until somebody waits for a row that this transaction holds. */
const untilBlocked = () =>
  vi.waitFor(
    async () => {
      const [row] = await pool.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_locks where not granted`,
      );
      expect(row?.waiting).toBeGreaterThan(0);
    },
    { timeout: 5_000 },
  );

test("a draft sent while old ones are erased stays, and the others go", async () => {
  const draft = { status: "draft" as const, residentId: resident().id };
  const sent = await createRequest({ ...draft, draftExpiresAt: new Date(0) });
  await createRequest({ ...draft, draftExpiresAt: YESTERDAY });
  let purge: Promise<unknown> = Promise.resolve();
  await pool.transaction(async (db) => {
    await db.update(requests).set({ status: "submitted" }).where(eq(requests.id, sent.id));
    purge = purgeDraftsJob.run({});
    await untilBlocked();
  });
  await purge;
  expect(await pool.select({ id: requests.id }).from(requests)).toEqual([{ id: sent.id }]);
});

test("one discards one's own draft, nobody else's", async () => {
  const actor = resident();
  const { id } = await createRequest({ status: "draft", residentId: actor.id });
  await expect(discardDraft({ actor: resident() }, { id })).rejects.toMatchObject({
    code: "conflict",
  });
  await discardDraft({ actor }, { id });
  expect(await pool.$count(requests)).toBe(0);
});

test("what was sent cannot be deleted, not even by its resident", async () => {
  const actor = resident();
  const { id } = await createRequest({ residentId: actor.id });
  await expect(discardDraft({ actor }, { id })).rejects.toMatchObject({ code: "conflict" });
  await transaction({ actor }, ({ db }) => db.delete(requests).where(eq(requests.id, id)));
  expect(await pool.$count(requests)).toBe(1);
});
