import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pool } from "@/db/client";
import { changed, jump, ref } from "@/db/test/flows";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { begin, press } from "@/db/test/publish";
import { beforeEachUnit, reload } from "@/db/test/treating";

const answers: { status: number; body: string }[] = [];
const calls: { address: string; headers: Record<string, string>; body?: string }[] = [];

vi.mock("@/lib/integrations/outbound", () => ({
  callOutside: (address: string, message: (typeof calls)[number]) => {
    calls.push({ ...message, address });
    const answer = answers.shift();
    return answer ? Promise.resolve({ ...answer, headers: {} }) : Promise.reject(new Error("down"));
  },
}));

beforeEachUnit();
beforeEach(async () => {
  await forgetJobs();
  calls.length = 0;
});

describe("a web service", () => {
  const paid = jump("paid", "done", ref("calls.pay.answer.ok"));
  const call = {
    type: "call" as const,
    id: "pay",
    method: "POST" as const,
    url: ["https://pay.example/x?n=", { tag: "output" as const, of: ref("nom") }],
    key: "caisse",
  };
  const input = changed("study", {
    onEnter: [
      { ...call, body: [{ name: "nom", value: { kind: "computed", expression: ref("nom") } }] },
      paid,
    ],
  });

  test("is called by the worker, signed, and its answer goes back into the workflow", async () => {
    const { id, reference } = await begin(input);
    await press(reference, "take");
    expect(await reload(id)).toMatchObject({ statusId: "study", flow: { waiting: "pay" } });
    answers.push({ status: 200, body: '{"ok":true}' });
    await runJobs();
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      address: "https://pay.example/x?n=Ferreira",
      body: '{"nom":"Ferreira"}',
      headers: {
        "webhook-id": `${id}.2.pay`,
        "webhook-signature": expect.stringMatching(/^v1,.{44}$/),
      },
    });
    expect(await reload(id)).toMatchObject({
      statusId: "done",
      flow: { calls: { pay: { status: 200, failure: null } } },
    });
  });

  test("that does not answer is tried again later, then its failure is the answer", async () => {
    const { id, reference } = await begin(input);
    await press(reference, "take");
    for (let tries = 0; tries < 6; tries++) {
      await runJobs();
      await pool.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
    }
    expect(calls).toHaveLength(6);
    expect(new Set(calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(await reload(id)).toMatchObject({
      statusId: "study",
      flow: { calls: { pay: { failure: "network" } } },
    });
    expect((await reload(id)).flow.waiting).toBeUndefined();
  });

  test("that nobody waits for any more is not called", async () => {
    const { reference } = await begin(input);
    await press(reference, "take");
    await press(reference, "end", 1);
    await runJobs();
    expect(calls).toEqual([]);
  });
});
