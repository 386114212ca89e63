import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { events, messages, notes } from "@/db/schema";
import { changed, jump, plus, ref, SOUND, status, way } from "@/db/test/flows";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { mailbox } from "@/db/test/mailbox";
import { begin, press } from "@/db/test/publish";
import { actions, beforeEachUnit, karim, owner, reload } from "@/db/test/treating";
import { system } from "@/lib/auth/actor";
import { continueRequest } from "./commands/go-on";
import { withdrawRequest } from "./commands/withdraw-request";

vi.mock("@/lib/integrations/mail", () => import("@/db/test/mailbox"));
beforeEachUnit();
beforeEach(async () => {
  await forgetJobs();
  mailbox.length = 0;
});

const jobs = async () =>
  (
    await pool.execute<{ task: string; run_at: Date; key: string | null }>(sql`
      select task_identifier as task, run_at, key from graphile_worker.jobs order by id`)
  ).map(({ task, run_at, key }) => ({ task, at: new Date(run_at), key }));

const late = plus({
  transitions: [
    way("late", ["sent"], "done", { on: { by: "time", after: { amount: 1, unit: "days" } } }),
    way("loop", ["study"], "sent"),
  ],
});

test("an agent's button runs the whole chain in one transaction: status, phase, fields, events", async () => {
  const input = {
    ...changed("study", {
      onEnter: [
        {
          type: "set" as const,
          id: "note-it",
          fields: [{ field: "vu", value: { kind: "computed" as const, expression: ref("nom") } }],
        },
        { type: "priority" as const, id: "hurry", priority: "urgent" as const },
        jump("on", "done", ref("internal.vu")),
      ],
    }),
    fields: [{ id: "vu", label: "Vu", type: "text" as const }],
  };
  const { id, reference } = await begin(input);
  await press(reference, "take");
  expect(await reload(id)).toMatchObject({
    statusId: "done",
    status: "closed",
    priority: "urgent",
    assigneeId: karim.actor.id,
    closedAt: expect.any(Date),
    flow: { internal: { vu: "Ferreira" }, previous: "study" },
    revision: 1,
  });
  expect(await actions()).toEqual(["request.move", "request.act", "request.act", "request.move"]);
  const [first] = await pool.select().from(events).orderBy(events.at);
  expect(first?.details).toEqual({
    transition: "take",
    to: "in_review",
    status: "study",
    label: "study",
    revision: 0,
  });
  await press(reference, "take");
  expect(await actions(), "sent twice").toHaveLength(4);
});

test("a loop undoes everything, and tells where it turns", async () => {
  const turning = ref("nom");
  const { id, reference } = await begin({
    ...changed("study", { onEnter: [jump("a", "sent", turning)] }),
    statuses: SOUND.statuses.map((one) =>
      one.id === "done"
        ? one
        : {
            ...one,
            onEnter: [jump(`from-${one.id}`, one.id === "sent" ? "study" : "sent", turning)],
          },
    ),
  });
  const act = press(reference, "take");
  await expect(act).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/tourne en rond entre.*study/),
  });
  expect(await reload(id)).toMatchObject({ statusId: "sent", revision: 0 });
  expect(await actions()).toEqual([]);
});

describe("a delay", () => {
  test("is one job, set again when the status is entered again", async () => {
    const { reference } = await begin(late);
    await press(reference, "take");
    await press(reference, "loop", 1);
    const [timer] = (await jobs()).filter(({ task }) => task === "requests.timer");
    expect(timer?.key).toMatch(/^timer:.*:late$/);
    expect(Number(timer?.at) - Date.now()).toBeGreaterThan(80_000_000);
    await press(reference, "take", 2);
    await press(reference, "loop", 3);
    expect((await jobs()).filter(({ task }) => task === "requests.timer")).toHaveLength(1);
  });

  test("that is over moves the request, once, and not one that has left", async () => {
    const { id, reference } = await begin(late, {
      flow: { arrival: 1, since: "2026-01-01T00:00:00Z" },
    });
    const fire = () =>
      continueRequest(system("requests.timer"), id, {
        kind: "time",
        transition: "late",
        arrival: 1,
      });
    await Promise.all([fire(), fire()]);
    expect(await reload(id)).toMatchObject({ statusId: "done", status: "closed", revision: 1 });
    await fire();
    expect(await actions()).toEqual(["request.move"]);
    await expect(press(reference, "take", 1)).rejects.toMatchObject({ code: "conflict" });
  });
});

test("what an applicant's act decides, the worker does", async () => {
  const input = plus({
    statuses: [status("quit", "cancelled", { onEnter: [jump("end", "done", ref("nom"))] })],
    transitions: [way("quit-it", ["sent"], "quit", { on: { by: "resident" } })],
  });
  const moved = { ...input, statuses: input.statuses };
  const { id, reference } = await begin(moved);
  await withdrawRequest({ actor: owner }, { reference, revision: 0 });
  expect(await reload(id)).toMatchObject({ statusId: "quit", status: "cancelled" });
  await runJobs();
  expect(await reload(id)).toMatchObject({ statusId: "done", status: "closed" });
});

test("a workflow writes mails, messages and notes in its own words, once each", async () => {
  const input = changed("study", {
    onEnter: [
      {
        type: "mail",
        id: "m",
        to: ["resident", "agents", "assignee"],
        subject: ["Demande de ", { tag: "output", of: ref("nom") }],
        body: ["<b>Bonjour</b> ", { tag: "output", of: ref("nom") }],
      },
      { type: "write", id: "w", to: ["resident"], words: ["Vu par le service."] },
      { type: "write", id: "n", to: ["agents"], words: ["À vérifier."] },
    ],
  });
  const { id, reference } = await begin(input, {
    applicantEmail: "ines@exemple.fr",
    answers: { nom: "<Ferreira>" },
  });
  await press(reference, "take");
  await runJobs();
  await runJobs();
  expect(mailbox.map(({ to }) => to)).toEqual([
    "ines@exemple.fr",
    expect.stringContaining("@"),
    expect.stringContaining("@test.example"),
  ]);
  expect(mailbox[0]).toMatchObject({
    subject: "Demande de <Ferreira>",
    text: "<b>Bonjour</b> <Ferreira>",
    html: expect.stringContaining("&lt;Ferreira&gt;"),
  });
  expect(await pool.select().from(messages)).toMatchObject([
    { authorKind: "system", body: "Vu par le service." },
  ]);
  expect(await pool.select().from(notes).where(eq(notes.requestId, id))).toMatchObject([
    { body: "À vérifier." },
  ]);
});
