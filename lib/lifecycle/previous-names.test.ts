import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { agents, events, files, requests, residents } from "@/db/schema";
import { createAgent, createOrganisation, createRequest, only } from "@/db/test/factories";
import { openPortalSession } from "@/lib/auth/portal-session";

const tokens = { access: "a", refresh: "r", id: "i", expiresAt: 0 };

const person = async (sub: string) =>
  only(
    await pool
      .insert(residents)
      .values({ sub, email: `${sub}@exemple.fr`, givenName: "Samira", familyName: "Benali" })
      .returning(),
  ).id;

const enter = (sub: string, previous?: unknown) =>
  openPortalSession({ sub, email: "samira@exemple.fr", previous_subs: previous }, null, tokens);

const ownerOf = async (id: string) =>
  only(await pool.select().from(requests).where(eq(requests.id, id))).residentId;

test("whoever had two accounts finds the requests of both in the one that stays", async () => {
  const [before, now, stranger] = [await person("old"), await person("new"), await person("x")];
  const sent = await createRequest({ residentId: before });
  const draft = await createRequest({ residentId: before, status: "draft", submittedAt: null });
  const foreign = await createRequest({ residentId: stranger });
  const file = {
    name: "a.pdf",
    mediaType: "application/pdf",
    size: 3,
    sha256: "",
    storageKey: "a",
  };
  await pool.insert(files).values({ ownerKind: "resident", ownerId: before, ...file });
  const agent = await createAgent((await createOrganisation()).id, []);
  await pool.update(agents).set({ residentId: before }).where(eq(agents.id, agent.id));

  await enter("new", ["old"]);
  await enter("new", ["old"]);

  expect([await ownerOf(sent.id), await ownerOf(draft.id)]).toEqual([now, now]);
  expect(await ownerOf(foreign.id)).toBe(stranger);
  expect(only(await pool.select().from(files)).ownerId).toBe(now);
  expect(only(await pool.select().from(agents)).residentId).toBe(now);
  expect(only(await pool.select().from(residents).where(eq(residents.id, before)))).toMatchObject({
    email: "",
    givenName: "",
  });
  expect(await pool.$count(events, eq(events.action, "request.claim"))).toBe(2);
});

test.each([[undefined], ["old"], [["'; drop table residents; --"]], [["nobody"]], [[null]]])(
  "%j moves nothing",
  async (previous) => {
    const before = await person("old");
    const sent = await createRequest({ residentId: before });
    await enter("new", previous);
    expect(await ownerOf(sent.id)).toBe(before);
  },
);
