import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { agents, portalSessions, residents } from "@/db/schema";
import { createAgent, createOrganisation, createUnit } from "@/db/test/factories";
import type { AgentRole } from "@/lib/organisations/model";
import { closePortalSession, openPortalSession } from "./portal-session";
import { localPath } from "./return-path";
import { seal, unseal } from "./secrets";
import { findViewer } from "./session";

const tokens = { access: "at-secret", refresh: "rt-secret", id: "id-secret", expiresAt: 0 };
const claims = {
  sub: "sub-1",
  email: "Karim@test.example",
  email_verified: true,
  given_name: "Karim",
  family_name: "Haddad",
  address: { insee: "69029" },
};
const open = (change = {}) => openPortalSession({ ...claims, ...change }, "sid", tokens);

describe("a session of the portal", () => {
  test("knows its resident, from what Connect said last", async () => {
    await open({ given_name: "Ancien" });
    const viewer = await findViewer(await open());
    expect(viewer).toMatchObject({ resident: { givenName: "Karim" }, agent: null });
    expect(await pool.select().from(residents)).toMatchObject([{ communeInsee: "69029" }]);
  });

  test("keeps no token readable", async () => {
    await open();
    const kept = JSON.stringify(await pool.select().from(portalSessions));
    expect(kept).not.toContain("-secret");
  });

  test("closed, is nobody's, and gives its id token once", async () => {
    const id = await open();
    expect([await closePortalSession(id), await closePortalSession(id)]).toEqual([
      "id-secret",
      null,
    ]);
    expect(await findViewer(id)).toBeNull();
  });

  test("run out, is nobody's", async () => {
    const id = await open();
    await pool.update(portalSessions).set({ expiresAt: new Date() });
    expect(await findViewer(id)).toBeNull();
  });
});

describe("an agent", () => {
  async function employed(role: AgentRole) {
    const organisation = await createOrganisation();
    const [roads, schools] = [
      await createUnit(organisation.id),
      await createUnit(organisation.id, "Écoles"),
    ];
    const { id } = await createAgent(organisation.id, [roads.id], role);
    await pool.update(agents).set({ email: "karim@test.example" });
    return { id, organisation, roads, schools };
  }

  test.for([
    ["agent", ["roads"]],
    ["manager", ["roads", "schools"]],
    ["administrator", []],
    ["dpo", []],
  ] as const)("as %s, treats the requests of %o", async ([role, names]) => {
    const { id, organisation, ...units } = await employed(role);
    const viewer = await findViewer(await open());
    const expected = names.map((name) => units[name].id).sort();
    expect([...(viewer?.agent?.unitIds ?? [])].sort()).toEqual(expected);
    expect(viewer?.agent).toMatchObject({ id, roles: [{ organisationId: organisation.id, role }] });
  });

  test.for([
    ["whose address Connect has not verified", { email_verified: false }],
    ["of another address", { email: "autre@test.example" }],
    ["who does not share an address", { email: undefined }],
  ] as const)("is not somebody %s", async ([, change]) => {
    await employed("agent");
    expect((await findViewer(await open(change)))?.agent).toBeNull();
  });

  test("stays the first person linked", async () => {
    await employed("agent");
    await open();
    expect((await findViewer(await open({ sub: "sub-2" })))?.agent).toBeNull();
  });

  test("disabled, is an agent no more", async () => {
    await employed("agent");
    const id = await open();
    await pool.update(agents).set({ disabledAt: new Date() });
    expect((await findViewer(id))?.agent).toBeNull();
  });
});

test.for([
  ["/mes-demandes?page=2#haut", "/mes-demandes?page=2#haut"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["", "/"],
  [null, "/"],
] as const)("after a sign-in, « %s » leads to %s", ([asked, path]) => {
  expect(localPath(asked)).toBe(path);
});

test("what is sealed for one purpose opens for no other, nor altered", () => {
  const sealed = seal("a", "secret");
  expect(unseal("a", sealed)).toBe("secret");
  expect(sealed).not.toBe(seal("a", "secret"));
  expect(() => unseal("b", sealed)).toThrow();
  expect(() => unseal("a", `${sealed.slice(0, -2)}AA`)).toThrow();
});
