import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { requests, supplements } from "@/db/schema";
import { resident } from "@/db/test/factories";
import {
  actions,
  beforeEachUnit,
  create,
  DAY_MS,
  inDays,
  karim,
  owner,
  reload,
  templates,
} from "@/db/test/treating";
import type { Context } from "@/lib/context";
import { answerSupplement } from "./commands/answer-supplement";
import { askSupplement } from "./commands/ask-supplement";
import { withdrawRequest } from "./commands/withdraw-request";
import { asDay } from "./model";
import { askInput } from "./schemas";

beforeEachUnit();

const asked = () => ({
  id: randomUUID(),
  question: "Quelle est l’immatriculation ?",
  dueOn: asDay(inDays(10)),
  revision: 0,
});

describe("a supplement's day", () => {
  test.each([
    ["today", inDays(0), "à partir de demain"],
    ["a past day", inDays(-40), "à partir de demain"],
    ["in more than a year", inDays(366), "d’ici un an"],
    ["never", null, "Écrivez une date"],
  ])("is not awaited until %s", (_, day, sentence) => {
    const dueOn = day ? asDay(day) : "bientôt";
    const parsed = askInput.safeParse({ reference: "TEST", ...asked(), dueOn });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ["dueOn"],
      message: expect.stringContaining(sentence),
    });
  });

  test("may be awaited from tomorrow, and for a year", () => {
    for (const days of [1, 365])
      expect(
        askInput.safeParse({ reference: "TEST", ...asked(), dueOn: asDay(inDays(days)) }).success,
      ).toBe(true);
  });
});

describe("a supplement", () => {
  test("stops the legal clock, and the answer starts it again", async () => {
    const deadlineAt = inDays(30);
    const { id, reference } = await create({ deadlineAt });
    await askSupplement(karim, { reference, ...asked() });
    expect(await reload(id)).toMatchObject({
      status: "awaiting_resident",
      assigneeId: karim.actor.id,
    });

    const pausedAt = inDays(-4);
    await pool.update(requests).set({ pausedAt }).where(eq(requests.id, id));
    const answer = { reference, revision: 1, answer: "AB-123-CD", fileIds: [] };
    await answerSupplement({ actor: owner }, answer);

    const after = await reload(id);
    expect(after).toMatchObject({ status: "in_review", pausedAt: null, revision: 2 });
    const moved = (after.deadlineAt?.getTime() ?? 0) - deadlineAt.getTime();
    expect(moved / DAY_MS).toBeCloseTo(4, 2);
    expect(await pool.select().from(supplements)).toMatchObject([
      { answer: "AB-123-CD", answeredAt: expect.any(Date) },
    ]);
    expect((await templates()).sort()).toEqual(["agent-reply", "reminder", "supplement"]);
  });

  test("is asked once when the form is sent twice", async () => {
    const { reference } = await create();
    const input = { reference, ...asked() };
    await Promise.all([askSupplement(karim, input), askSupplement(karim, input)]);
    expect(await pool.select().from(supplements)).toHaveLength(1);
    expect((await templates()).sort()).toEqual(["reminder", "supplement"]);
  });

  test("is answered once when the form is sent twice", async () => {
    const { reference } = await create();
    await askSupplement(karim, { reference, ...asked() });
    const answer = { reference, revision: 1, answer: "Oui", fileIds: [] };
    const act = () => answerSupplement({ actor: owner }, answer);
    await Promise.all([act(), act()]);
    expect((await actions()).filter((action) => action === "request.reply")).toHaveLength(1);
  });

  test("is answered by nobody else", async () => {
    const { reference } = await create();
    await askSupplement(karim, { reference, ...asked() });
    const answer = { reference, revision: 1, answer: "Oui", fileIds: [] };
    const act = (actor: Context["actor"]) => answerSupplement({ actor }, answer);
    await expect(act(resident())).rejects.toMatchObject({ code: "not-found" });
    await expect(act(karim.actor)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not awaited any more once the request is withdrawn", async () => {
    const { reference } = await create();
    await askSupplement(karim, { reference, ...asked() });
    await withdrawRequest({ actor: owner }, { reference, revision: 1 });
    const late = { reference, revision: 2, answer: "Oui", fileIds: [] };
    const act = answerSupplement({ actor: owner }, late);
    await expect(act).rejects.toMatchObject({ code: "conflict" });
  });
});
