import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { files } from "@/db/schema";
import { effects } from "@/db/test/effects";
import {
  account,
  agent,
  createAgent,
  createOrganisation,
  createRequest,
  createUnit,
  resident,
  visitor,
} from "@/db/test/factories";
import { forgetJobs } from "@/db/test/jobs";
import { emptyTables } from "@/db/test/tables";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/casework/commands/add-note";
import { type Context, transaction } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { answerSupplement } from "./commands/answer-supplement";
import { askSupplement } from "./commands/ask-supplement";
import { assignRequest, assignRequests, releaseRequest } from "./commands/assign-request";
import { claimRequest } from "./commands/claim-request";
import { moveRequest } from "./commands/move-request";
import { receiveRequest } from "./commands/receive-request";
import { sendMessage } from "./commands/send-message";
import { withdrawRequest } from "./commands/withdraw-request";
import { asDay } from "./model";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const job = { kind: "system", id: "test" } as const;
const [owner, code] = [resident(), "d".repeat(64)];

const strangersTo = ({ organisationId, actors }: World): [string, Actor][] => [
  ["its resident", actors.owner],
  ["an agent of the unit", actors.agent],
  ["another resident", resident()],
  ["nobody", visitor()],
  ["somebody with another code", visitor("e".repeat(64))],
  ["an agent of another unit", agent([randomUUID()], organisationId)],
  ["an agent of another organisation", agent([randomUUID()])],
  ["an administrator", agent([], organisationId, "administrator")],
  ["an account with the resident's id", account(owner.id)],
];

type Values = NonNullable<Parameters<typeof createRequest>[0]>;
type World = Awaited<ReturnType<typeof createWorld>>;

type Case = {
  by: "agent" | "owner" | "job";
  act: (ctx: Context, world: World) => Promise<unknown>;
  /** What the request is besides: in review, its resident's, nobody's among the agents. */
  given?: Values;
  before?: (world: World) => Promise<unknown>;
  /** Made from the revision that its author read. */
  isRevised?: true;
  /** Acts as the system, in a transaction that is never another's. */
  isApart?: true;
  /** Who else may do the same. */
  alsoBy?: string[];
};

async function createWorld({ given, before }: Case) {
  await forgetJobs();
  const organisationId = (await createOrganisation()).id;
  const unitId = (await createUnit(organisationId)).id;
  const karim = await createAgent(organisationId, [unitId]);
  const place = { organisationId, unitId, residentId: owner.id, deadlineAt: inDays(30) };
  const { id, reference } = await createRequest({ ...place, ...given });
  const fileId = randomUUID();
  const about = { mediaType: "application/pdf", size: 3, sha256: "", storageKey: "a" };
  const by = { ownerKind: "resident", ownerId: owner.id, expiresAt: inDays(1) };
  await pool.insert(files).values({ ...about, ...by, id: fileId, name: "a.pdf", requestId: id });
  const actors = { agent: karim, owner, job };
  const world = { id, reference, organisationId, fileId, actors, newId: randomUUID(), revision: 0 };
  await before?.(world);
  return { ...world, revision: before ? 1 : 0 };
}

const REASON = "La rue est déjà réservée ce jour-là.";

const move =
  (transition: string, reason = ""): Case["act"] =>
  (ctx, { reference, revision }) =>
    moveRequest(ctx, { reference, revision, transition, reason });

const ask: Case["act"] = (ctx, { reference, revision, newId: id }) =>
  askSupplement(ctx, {
    reference,
    revision,
    id,
    question: "Quelle plaque ?",
    dueOn: asDay(inDays(9)),
  });

const assign: Case["act"] = (ctx, { reference, revision }) =>
  assignRequest(ctx, { reference, revision });

const write: Case["act"] = (ctx, { reference, newId: id }) =>
  sendMessage(ctx, { reference, id, body: "Bonjour", fileIds: [] });

const AS_AGENT = { by: "agent", isRevised: true } as const;
const AS_OWNER = { by: "owner", isRevised: true } as const;
const BOTH_SIDES = ["its resident", "an agent of the unit"];

const CASES: Record<string, Case> = {
  "take in charge": { ...AS_AGENT, act: move("take"), given: { status: "received" } },
  accept: { ...AS_AGENT, act: move("accept") },
  refuse: { ...AS_AGENT, act: move("refuse", REASON) },
  close: { ...AS_AGENT, act: move("close", REASON) },
  resume: { ...AS_AGENT, act: move("resume"), before: (w) => ask({ actor: w.actors.agent }, w) },
  "ask for a supplement": { ...AS_AGENT, act: ask },
  assign: { ...AS_AGENT, act: assign },
  "give back": {
    ...AS_AGENT,
    act: (ctx, { reference, revision }) => releaseRequest(ctx, { reference, revision }),
    before: (w) => assign({ actor: w.actors.agent }, w),
  },
  "assign in bulk": { by: "agent", act: (ctx, { id }) => assignRequests(ctx, { ids: [id] }) },
  note: {
    by: "agent",
    act: (ctx, { reference, newId: id }) => addNote(ctx, { reference, id, body: "À vérifier" }),
  },
  "write as the unit": { by: "agent", act: write, alsoBy: BOTH_SIDES },
  "write with a file": {
    by: "owner",
    act: (ctx, { reference, newId: id, fileId }) =>
      sendMessage(ctx, { reference, id, body: "Bonjour", fileIds: [fileId] }),
    alsoBy: BOTH_SIDES,
  },
  "answer a supplement": {
    ...AS_OWNER,
    act: (ctx, { reference, revision, fileId }) =>
      answerSupplement(ctx, { reference, revision, answer: "AB-123-CD", fileIds: [fileId] }),
    before: (w) => ask({ actor: w.actors.agent }, w),
  },
  withdraw: {
    ...AS_OWNER,
    act: (ctx, { reference, revision }) => withdrawRequest(ctx, { reference, revision }),
  },
  claim: {
    by: "owner",
    act: async (ctx) => claimRequest(ctx, { trackingHash: code }),
    given: { residentId: null, trackingHash: code },
    isApart: true,
    alsoBy: [...BOTH_SIDES, "another resident"],
  },
  receive: {
    by: "job",
    act: (ctx, { id }) => receiveRequest(ctx, { requestId: id }),
    given: { status: "submitted" },
  },
};

const names = Object.keys(CASES);
const caseOf = (name: string) => CASES[name] as Case;
const ctxOf = ({ by }: Case, { actors }: World) => ({ actor: actors[by] });
/** A person is told; a bug would be thrown as something else. */
const isTold = (error: unknown) => error instanceof DomainError;

const undone = new Error("the machine stopped here");

describe("a command made several times, cut short or made by somebody else", () => {
  test.for(names)("%s: five times at once is once", async (name) => {
    const one = caseOf(name);
    const alone = await createWorld(one);
    await one.act(ctxOf(one, alone), alone);
    const once = await effects();
    await emptyTables();
    const world = await createWorld(one);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => one.act(ctxOf(one, world), world)),
    );
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toSatisfy(isTold);
    expect(await effects()).toEqual(once);
  });

  test.for(names.filter((name) => !caseOf(name).isApart))(
    "%s: cut short, nothing is left of it, not even a job",
    async (name) => {
      const one = caseOf(name);
      const world = await createWorld(one);
      const before = await effects();
      const act = transaction(ctxOf(one, world), async (ctx) => {
        await one.act(ctx, world);
        throw undone;
      });
      await expect(act).rejects.toBe(undone);
      expect(await effects()).toEqual(before);
    },
  );

  test.for(names)("%s: by anybody else, it writes nothing", async (name) => {
    const one = caseOf(name);
    const world = await createWorld(one);
    const before = await effects();
    for (const [who, actor] of strangersTo(world)) {
      if (one.alsoBy?.includes(who) || actor === world.actors[one.by]) continue;
      const refusal = await one.act({ actor }, world).then(
        () => null,
        (error: unknown) => error,
      );
      if (refusal !== null) expect(refusal, who).toSatisfy(isTold);
      expect(await effects(), who).toEqual(before);
    }
  });

  test.for(names.filter((name) => caseOf(name).isRevised))(
    "%s: from a page that is no longer true, it writes nothing and says so",
    async (name) => {
      const one = caseOf(name);
      const world = await createWorld(one);
      const before = await effects();
      for (const revision of [world.revision - 1, world.revision + 1]) {
        const act = one.act(ctxOf(one, world), { ...world, revision });
        await expect(act).rejects.toMatchObject({ code: "conflict" });
      }
      expect(await effects()).toEqual(before);
    },
  );
});
