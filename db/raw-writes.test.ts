import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import {
  accountRecoveries,
  agentRoles,
  children,
  clientReviews,
  deliveries,
  events,
  mandates,
  procedureProviders,
  requests,
  supplements,
  units,
} from "@/db/schema";
import { createWorld } from "@/db/test/world";
import type { Actor } from "@/lib/auth/actor";
import { type Transaction, transaction } from "@/lib/context";

// What a command that forgot its rules could write: the database says how far it would get.

type World = Awaited<ReturnType<typeof createWorld>>["actors"];

let actors: World;

beforeEach(async () => {
  actors = (await createWorld()).actors;
});

const first = async <T>(rows: Promise<T[]>) => {
  const [row] = await rows;
  if (!row) throw new Error("createWorld has none");
  return row;
};

type Write = (db: Transaction["db"]) => Promise<readonly unknown[]>;

/** Done, refused by the database, or about no row at all; undone in any case. */
async function outcome(actor: Actor, write: Write): Promise<string> {
  let said = "refused";
  const act = transaction({ actor }, async ({ db }) => {
    said = (await write(db)).length > 0 ? "done" : "nothing";
    throw new Error("undone");
  });
  await expect(act).rejects.toSatisfy(
    (error) => error.message === "undone" || error.cause?.code === "42501",
  );
  return said;
}

describe("a supplement", () => {
  const changing = (actor: Actor, values: Partial<typeof supplements.$inferInsert>) =>
    outcome(actor, (db) => db.update(supplements).set(values).returning({ id: supplements.id }));
  const answer = { answer: "AB-123-CD", answeredAt: new Date() };

  test("gets an answer from whoever holds the request, once", async () => {
    for (const who of ["resident", "holder"] as const)
      expect(await changing(actors[who], answer), who).toBe("done");
    for (const who of ["neighbour", "stranger", "agent", "administrator", "account"] as const)
      expect(await changing(actors[who], answer), who).toBe("nothing");
    await pool.update(supplements).set(answer);
    for (const who of ["resident", "holder", "agent"] as const)
      expect(await changing(actors[who], { answer: "Autre chose" }), who).toBe("nothing");
  });

  test.for([
    { question: "Rien" },
    { dueAt: new Date("2099-01-01") },
    { askedAt: new Date("2000-01-01") },
    { agentId: randomUUID() },
    { requestId: randomUUID() },
  ])("keeps what was asked, whoever writes: %o", async (values) => {
    for (const who of ["resident", "holder", "agent", "system"] as const)
      expect(await changing(actors[who], { ...answer, ...values }), who).toBe("refused");
  });
});

/** Everything that could be an event's subject, by name. */
async function listSubjects() {
  const [sent, draft] = await pool.select().from(requests).orderBy(requests.status);
  const provider = await first(pool.select().from(procedureProviders));
  const unit = await first(pool.select().from(units));
  return {
    request: sent?.status === "draft" ? draft?.id : sent?.id,
    draft: sent?.status === "draft" ? sent.id : draft?.id,
    account: actors.account.id,
    organisation: unit.organisationId,
    unit: unit.id,
    provider: provider.id,
    agent: (await first(pool.select().from(agentRoles).where(eq(agentRoles.role, "agent"))))
      .agentId,
    recovery: (await first(pool.select().from(accountRecoveries))).id,
    mandate: (await first(pool.select().from(mandates))).id,
    child: (await first(pool.select().from(children))).id,
    review: (await first(pool.select().from(clientReviews))).id,
    nothing: randomUUID(),
  };
}

const ALL =
  "request draft account organisation unit provider agent recovery mandate child review nothing";

/** Subjects about which each actor may write, in their own name. */
async function writable(write: (actor: Actor, subjectId: string) => Promise<string>) {
  const found: Record<string, string> = {};
  for (const [who, actor] of Object.entries(actors)) {
    const may: string[] = [];
    for (const [what, id] of Object.entries(await listSubjects()))
      if ((await write(actor, id ?? "")) === "done") may.push(what);
    if (may.length > 0) found[who] = may.join(" ");
  }
  return found;
}

test("an event tells of what its author sees or runs, and of nothing else", async () => {
  const told = await writable((actor, subjectId) =>
    outcome(actor, async (db) => {
      const author = { actorKind: actor.kind, actorId: actor.id };
      await db.insert(events).values({ ...author, action: "request.move", subjectId });
      return [subjectId];
    }),
  );
  expect(told).toEqual({
    holder: "request draft",
    resident: "request draft",
    agent: "request",
    administrator: "account organisation unit provider agent recovery",
    developer: "review",
    reviewer: "review",
    account: "account recovery mandate child",
    system: ALL,
  });
});

test("nobody writes to people about a request that they do not see", async () => {
  const queued = await writable((actor, subjectId) =>
    outcome(actor, async (db) => {
      await db.insert(deliveries).values({ template: "decision", subjectId });
      return [subjectId];
    }),
  );
  expect(queued).toEqual({
    holder: "request draft",
    resident: "request draft",
    agent: "request",
    system: ALL,
  });
});
