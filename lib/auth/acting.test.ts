import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { agents, portalSessions, residents } from "@/db/schema";
import { createAgent, createOrganisation, createUnit, only } from "@/db/test/factories";
import { asResident } from "./acting";
import { authOptions } from "./next-auth";
import { hasActed, openPortalSession } from "./portal-session";
import { findViewer } from "./session";

const connect: { mandate: { organisationIds: string[] } | null } = { mandate: null };
vi.mock("@/lib/integrations/mandate-api", () => ({ fetchMandate: async () => connect.mandate }));

const HOUR_MS = 3_600_000;
const helper = { id: crypto.randomUUID(), name: "Paul Durand, Maison France services" };
const claims = {
  sub: "samira",
  email: "samira@test.example",
  email_verified: true,
  given_name: "Samira",
  family_name: "Benali",
  act: { sub: helper.id, name: "Paul Durand", organization: "Maison France services" },
};

const open = () => {
  const expiresAt = Date.now() + HOUR_MS;
  return openPortalSession(claims, "sid", { access: "a", refresh: "r", id: "i", expiresAt });
};

beforeEach(() => {
  connect.mandate = { organisationIds: [] };
});

describe("a session in somebody’s name", () => {
  test("is theirs, and says who acts", async () => {
    const viewer = await findViewer(await open());
    expect(viewer).toMatchObject({ resident: { givenName: "Samira" }, helper, agent: null });
    expect(viewer && asResident(viewer)).toEqual({
      kind: "resident",
      id: viewer?.resident.id,
      helper,
    });
    const { claims: kept } = only(await pool.select().from(residents));
    expect(kept).not.toHaveProperty("act");
  });

  test("reaches the units of the organisations that the mandate is narrowed to", async () => {
    const { id } = await createOrganisation();
    const units = [await createUnit(id), await createUnit(id, "Propreté")];
    await createUnit((await createOrganisation()).id);
    connect.mandate = { organisationIds: [id] };
    const viewer = await findViewer(await open());
    expect([...(viewer?.helper?.unitIds ?? [])].sort()).toEqual(units.map((u) => u.id).sort());
  });

  test("says in next-auth’s own session who acts, and nothing of anybody else", async () => {
    const { callbacks } = authOptions();
    const session = { expires: "2027-01-01T00:00:00.000Z" };
    const shown = (id: string) =>
      callbacks?.session?.({ session, token: { session: id } } as never);
    expect(await shown(await open())).toEqual({
      ...session,
      act: { sub: helper.id, name: helper.name },
    });
    const { act: _, ...own } = claims;
    const tokens = { access: "a", refresh: "r", id: "i", expiresAt: 0 };
    expect(await shown(await openPortalSession(own, "sid", tokens))).toEqual(session);
  });

  test("never makes an agent of whoever helps one", async () => {
    const { id } = await createOrganisation();
    await createAgent(id, [(await createUnit(id)).id]);
    await pool.update(agents).set({ email: "samira@test.example" });
    expect((await findViewer(await open()))?.agent).toBeNull();
    const { act: _, ...own } = claims;
    const tokens = { access: "a", refresh: "r", id: "i", expiresAt: 0 };
    expect((await findViewer(await openPortalSession(own, "sid", tokens)))?.agent).not.toBeNull();
    expect((await findViewer(await open()))?.agent).toBeNull();
  });

  test("closes at the next page once Connect says that the mandate holds no more", async () => {
    const id = await open();
    expect(await findViewer(id)).not.toBeNull();
    expect(await hasActed(id)).toBe(false);
    connect.mandate = null;
    expect(await findViewer(id)).toBeNull();
    expect(only(await pool.select().from(portalSessions)).revokedAt).not.toBeNull();
    connect.mandate = { organisationIds: [] };
    expect(await findViewer(id)).toBeNull();
    expect(await hasActed(id)).toBe(true);
  });
});
