import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { plus, ref, status, way } from "@/db/test/flows";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { begin, press } from "@/db/test/publish";
import { beforeEachUnit, inDays, owner, reload } from "@/db/test/treating";
import { system } from "@/lib/auth/actor";
import { listFilesOf } from "@/lib/files/queries/files";
import { storage } from "@/lib/integrations/storage";
import { continueRequest } from "./commands/go-on";

beforeEachUnit();
beforeEach(forgetJobs);

/** Silence means yes (CRPA L231-1), and an attestation says so (L232-3); an opinion stops the clock. */
const input = plus({
  statuses: [
    status("opinion", "in_review", { pauses: true }),
    status("silent", "accepted", {
      onEnter: [
        {
          type: "document",
          id: "attestation",
          to: ["resident"],
          title: ["Attestation de décision implicite"],
          body: [
            "La demande de ",
            { tag: "output", of: ref("nom") },
            " est acceptée.\n\nFait à Bron.",
          ],
          fileName: ["attestation-", { tag: "output", of: ref("request.reference") }],
        },
      ],
    }),
  ],
  transitions: [
    way("ask-opinion", ["sent"], "opinion"),
    way("given", ["opinion"], "study"),
    way("silence", ["sent", "study", "opinion"], "silent", {
      on: { by: "time", after: { amount: 0, unit: "minutes" }, since: { from: "deadline" } },
    }),
  ],
});

const timer = async () => {
  const [job] = await pool.execute<{ run_at: Date }>(
    sql`select run_at from graphile_worker.jobs where task_identifier = 'requests.timer'`,
  );
  return job ? new Date(job.run_at) : null;
};

const fire = (id: string, arrival: number) =>
  continueRequest(system("requests.timer"), id, { kind: "time", transition: "silence", arrival });

test("when the deadline is over, silence decides, and the attestation is with the request, once", async () => {
  const { id } = await begin(input, { deadlineAt: inDays(-1), flow: { arrival: 1 } });
  await fire(id, 1);
  expect(await reload(id)).toMatchObject({ status: "accepted", statusId: "silent" });
  await runJobs();
  const [file, ...more] = await listFilesOf({ actor: owner }, id);
  expect(more).toEqual([]);
  expect(file).toMatchObject({
    name: expect.stringMatching(/^attestation-TEST-2026-.*\.pdf$/),
    scan: "clean",
  });
  const bytes = await storage.get(file?.id ?? "");
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("before it, nothing is decided; while an opinion is awaited, nothing either, and then the rest of the delay runs", async () => {
  const { id, reference } = await begin(input, { deadlineAt: inDays(2), flow: { arrival: 1 } });
  await fire(id, 1);
  expect(await reload(id)).toMatchObject({ statusId: "sent" });
  expect(Number(await timer()) - Date.now()).toBeGreaterThan(170_000_000);

  await press(reference, "ask-opinion");
  await pool.execute(sql`
    update requests set deadline_at = now() - interval '1 day', paused_at = now() - interval '3 days' where id = ${id}`);
  await fire(id, 2);
  expect(await reload(id)).toMatchObject({ statusId: "opinion" });
  await press(reference, "given", 1);
  const { deadlineAt, pausedAt } = await reload(id);
  expect(pausedAt).toBeNull();
  expect(Math.round((Number(deadlineAt) - Date.now()) / 86_400_000)).toBe(2);
  expect(await timer()).toEqual(deadlineAt);
});
