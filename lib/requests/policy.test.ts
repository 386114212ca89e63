import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { files, organisations, requests } from "@/db/schema";
import { WORKFLOWS } from "@/db/seed/workflows";
import {
  account,
  agent,
  createOrganisation,
  createRequest,
  createUnit,
  only,
  resident,
  visitor,
} from "@/db/test/factories";
import { type Actor, system } from "@/lib/auth/actor";
import { type Context, read, transaction } from "@/lib/context";
import { isOwner } from "@/lib/files/policy";
import { canAdminister } from "@/lib/organisations/policy";
import { isOpen, STATUSES } from "./model";
import { allowedMove, canFill, canRead, canTreat, canWrite, isHolder, moverOf } from "./policy";

const [owner, code] = [resident(), "a".repeat(64)];

/** Everybody, near or far; the first three are about the request. */
function peopleAround(unitId: string, organisationId: string): [string, Actor][] {
  return [
    ["its resident", owner],
    ["whoever holds its code", visitor(code)],
    ["an agent of its unit", agent([unitId], organisationId)],
    ["an agent of two units", agent([randomUUID(), unitId], organisationId)],
    ["a manager of another unit", agent([randomUUID()], organisationId, "manager")],
    ["an administrator", agent([], organisationId, "administrator")],
    ["a data protection officer", agent([], organisationId, "dpo")],
    ["an administrator elsewhere", agent([], randomUUID(), "administrator")],
    ["another resident", resident()],
    ["another code", visitor("b".repeat(64))],
    ["nobody", visitor()],
    ["an account with the resident's id", account(owner.id)],
    ["an agent with the resident's id", { ...agent(), id: owner.id }],
    ["a resident with the code as id", { kind: "visitor", id: owner.id }],
    ["a job", system("test").actor],
  ];
}

const HOLDERS = [
  ["an account", { residentId: owner.id, trackingHash: null }],
  ["a code", { residentId: null, trackingHash: code }],
  ["neither", { residentId: null, trackingHash: null }],
  ["an empty code", { residentId: null, trackingHash: "" }],
] as const;

const canSee = (ctx: Context, id: string) =>
  read(ctx, (db) => db.select({ id: requests.id }).from(requests).where(eq(requests.id, id))).then(
    ({ length }) => length === 1,
  );

/** Could PostgreSQL be made to write to it? Undone. */
const couldChange = (ctx: Context, id: string) => {
  let touched = 0;
  const act = transaction(ctx, async ({ db }) => {
    const rows = await db
      .update(requests)
      .set({ reason: "x" })
      .where(eq(requests.id, id))
      .returning({ id: requests.id });
    touched = rows.length;
    throw new Error("undone");
  });
  return act.catch(() => touched === 1);
};

test.for(STATUSES)("the policy and PostgreSQL agree on who reads what is %s", async (status) => {
  for (const [held, holder] of HOLDERS) {
    const { id: organisationId } = await createOrganisation();
    const { id: unitId } = await createUnit(organisationId);
    const request = await createRequest({ organisationId, unitId, status, ...holder });
    for (const [who, actor] of peopleAround(unitId, organisationId)) {
      const hint = `${who}, ${status}, held by ${held}`;
      expect(await canSee({ actor }, request.id), hint).toBe(canRead(actor, request));
      // What a rule of ours allows, PostgreSQL must not refuse; it may know less than the rule.
      const mayChange = canFill(actor, request) || canTreat(actor, request);
      if (mayChange) expect(await couldChange({ actor }, request.id), hint).toBe(true);
      if (!canRead(actor, request))
        expect(await couldChange({ actor }, request.id), hint).toBe(false);
    }
  }
});

/** Every person, before a request of every status, held in every way. */
const CASES = (() => {
  const [unitId, organisationId] = [randomUUID(), randomUUID()];
  return STATUSES.flatMap((status) =>
    HOLDERS.flatMap(([held, holder]) =>
      peopleAround(unitId, organisationId).map(([who, actor]) => ({
        actor,
        request: { ...holder, unitId, status },
        hint: `${who}, ${status}, held by ${held}`,
      })),
    ),
  );
})();

test("nobody is on both sides, and every right needs to read first", () => {
  for (const { actor, request, hint } of CASES) {
    const sides = [isHolder(actor, request), canTreat(actor, request)].filter(Boolean).length;
    expect(sides, hint).toBe(moverOf(actor, request) === null ? 0 : 1);
    const rights = [canFill, canTreat, canWrite].filter((can) => can(actor, request));
    if (rights.length > 0) expect(canRead(actor, request), hint).toBe(true);
    if (canWrite(actor, request)) expect(isOpen(request.status), hint).toBe(true);
    if (canFill(actor, request)) expect(request.status, hint).toBe("draft");
  }
});

test.for(Object.entries(WORKFLOWS))(
  "%s gives each side its own moves, from where the request is and nowhere else",
  ([, flow]) => {
    const workflow = flow.definition;
    for (const { actor, request, hint } of CASES)
      for (const { id, on, from } of workflow.transitions) {
        const treated = { ...request, statusId: request.status, assigneeId: null, flow: {} };
        const given = allowedMove(actor, { ...treated, workflow }, id)?.id === id;
        const isTheirs = moverOf(actor, request) === on.by && from.includes(request.status);
        expect(given, `${hint}: ${id}`).toBe(isTheirs);
      }
  },
);

test("the policy and PostgreSQL agree on who administers an organisation", async () => {
  const { id } = await createOrganisation();
  for (const [who, actor] of peopleAround(randomUUID(), id)) {
    if (actor.kind === "system") continue;
    const changed = await transaction({ actor }, ({ db }) =>
      db
        .update(organisations)
        .set({ phone: "04 65 71 20 21" })
        .where(eq(organisations.id, id))
        .returning({ id: organisations.id }),
    );
    expect(changed.length === 1, who).toBe(canAdminister(actor, id));
  }
});

test("the policy and PostgreSQL agree on whose a file is that waits for nothing yet", async () => {
  const about = { name: "a.pdf", mediaType: "application/pdf", size: 3, sha256: "" };
  for (const [ownerKind, ownerId] of [
    ["resident", owner.id],
    ["visitor", code],
    ["visitor", ""],
  ] as const) {
    const row = { ...about, ownerKind, ownerId, storageKey: "a", expiresAt: new Date() };
    const file = only(await pool.insert(files).values(row).returning());
    for (const [who, actor] of peopleAround(randomUUID(), randomUUID())) {
      if (actor.kind === "system") continue;
      const seen = await read({ actor }, (db) =>
        db.select({ id: files.id }).from(files).where(eq(files.id, file.id)),
      );
      expect(seen.length === 1, `${who}, ${ownerKind}:${ownerId}`).toBe(isOwner(actor, file));
    }
  }
});
