import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { createAgent } from "@/db/test/factories";
import { fill, rowOf, signedIn, start } from "@/db/test/filing";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { askReset } from "@/lib/accounts/commands/reset-password";
import { startSignUp } from "@/lib/accounts/commands/sign-up";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { sendMessage } from "@/lib/requests/commands/send-message";
import { submitRequest } from "@/lib/requests/commands/submit-request";
import { JOBS, SCHEDULE } from "./jobs";

beforeEach(forgetJobs);

test("each job has a name of its own, and what is scheduled is a job", () => {
  const names = JOBS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { task, match } of SCHEDULE) {
    expect(names).toContain(task);
    expect(match.split(" ")).toHaveLength(5);
  }
});

test.for(JOBS.map((job) => [job.name, job] as const))(
  "%s refuses a payload that is not its own, before doing anything",
  async ([name, job]) => {
    const isScheduled = SCHEDULE.some(({ task }) => task === name);
    if (isScheduled) return;
    for (const payload of [{}, null, { requestId: "x" }, { deliveryId: "1 or 1=1" }])
      await expect(Promise.resolve().then(() => job.run(payload))).rejects.toThrow(/invalid/i);
  },
);

const waiting = () =>
  pool.execute<{ task: string; payload: Record<string, unknown> }>(sql`
    select t.identifier as task, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id`);

const isImpersonal = (value: unknown) =>
  typeof value === "number" || /^([0-9a-f-]{36}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/.test(String(value));

test("jobs carry ids and times, and nothing about anybody: they outlive what they are about", async () => {
  const ctx = await signedIn();
  const reference = await start(ctx);
  await fill(ctx, reference);
  await submitRequest(ctx, { reference, declared: true });
  const { id, organisationId, unitId } = await rowOf(reference);
  const karim = { actor: await createAgent(organisationId, [unitId]) };
  const revision = async () => (await rowOf(reference)).revision;
  const message = { reference, body: "Bonjour", fileIds: [] };
  await sendMessage(ctx, { ...message, id: crypto.randomUUID() });
  const taken = { reference, transition: "take", reason: "" };
  await moveRequest(karim, { ...taken, revision: await revision() });
  const email = "lea@exemple.fr";
  const lea = { givenName: "Léa", familyName: "Fontaine", email, terms: "oui" as const };
  await startSignUp({ ...lea, password: "cormoran vélo tiroir" }, "192.0.2.1");
  await askReset({ email }, "192.0.2.1");

  const jobs = await waiting();
  expect(new Set(jobs.map(({ task }) => task)).size).toBeGreaterThanOrEqual(3);
  for (const { task, payload } of jobs)
    for (const [name, value] of Object.entries(payload))
      expect(isImpersonal(value), `${task}: ${name} ${value}`).toBe(true);
  expect(JSON.stringify(jobs)).toContain(id);
});

test("a job whose request is gone does nothing, and does not fail for ever", async () => {
  const gone = crypto.randomUUID();
  for (const [name, payload] of [
    ["requests.receive", { requestId: gone }],
    ["notifications.send", { deliveryId: gone }],
    ["files.scan", { fileId: gone }],
  ] as const) {
    const job = JOBS.find((one) => one.name === name);
    await expect(job?.run(payload), name).resolves.toBeUndefined();
  }
  await runJobs();
});
