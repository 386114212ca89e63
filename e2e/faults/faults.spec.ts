import type { Page } from "@playwright/test";
import { addresses, createDrafts, expect, type Installation, RESIDENT, test } from "./installation";
import { sendAll } from "./submissions";

/** 0: nobody answers. */
const health = () =>
  fetch(`${addresses().portal}/api/health`).then(
    ({ status }) => status,
    () => 0,
  );
const isHealthy = () => expect.poll(health, { timeout: 60_000 }).toBe(200);

async function send(page: Page, reference: string) {
  await page.goto(`/mes-demandes/${reference}/recapitulatif`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^Envoyer/ }).click();
  await page.waitForURL(`**/mes-demandes/${reference}/envoyee`);
}

const newDraft = async (installation: Installation) => {
  const [draft] = await createDrafts(installation, 1);
  if (!draft) throw new Error("no draft");
  return draft;
};

const countMails = async (email: string) => {
  const response = await fetch(`${addresses().mails}/api/mails?to=${email}`);
  return ((await response.json()) as unknown[]).length;
};

test("a stopped worker is told by health, and loses no mail", async ({
  installation,
  page,
  signInAs,
  mailTo,
}) => {
  const { worker } = installation.parts;
  const draft = await newDraft(installation);
  await signInAs(RESIDENT);
  await worker.stop();
  expect(await health()).toBe(503);

  await send(page, draft.reference);
  expect(await countMails(draft.email)).toBe(0);

  worker.start();
  await mailTo(draft.email, { subject: new RegExp(draft.reference) });
  await isHealthy();
});

test("a stopped mail server delays a mail, and loses none", async ({
  installation,
  page,
  signInAs,
  mailTo,
}) => {
  const { mail } = installation.parts;
  const draft = await newDraft(installation);
  await signInAs(RESIDENT);
  await mail?.stop();
  await send(page, draft.reference);
  await expect
    .poll(async () => {
      const rows = await installation.sql`
        select deliveries.status from deliveries join requests on requests.id = subject_id
        where reference = ${draft.reference}`;
      return rows.map(({ status }) => status);
    })
    .toContain("failed");

  mail?.start();
  await mail?.ready();
  await mailTo(draft.email, { subject: new RegExp(draft.reference) }, 60_000);
});

test("a worker killed in the middle of a mail gives it back", async ({
  installation,
  page,
  signInAs,
  mailTo,
}) => {
  const { worker, mail } = installation.parts;
  const draft = await newDraft(installation);
  await signInAs(RESIDENT);
  process.kill(mail?.pid() ?? 0, "SIGSTOP");
  await send(page, draft.reference);
  await expect
    .poll(async () => {
      const [row] = await installation.sql`
        select count(*)::int as locked from graphile_worker.jobs where locked_at is not null`;
      return row?.locked;
    })
    .toBeGreaterThan(0);

  process.kill(worker.pid() ?? 0, "SIGKILL");
  process.kill(mail?.pid() ?? 0, "SIGCONT");
  await mailTo(draft.email, { subject: new RegExp(draft.reference) }, 90_000);
});

test("the database restarts, web and worker go on without restarting", async ({
  installation,
  page,
  signInAs,
  mailTo,
}) => {
  const { postgres, parts } = installation;
  await signInAs(RESIDENT);
  await page.goto("/mes-demandes");
  await isHealthy();
  const pids = [parts.web.pid(), parts.worker.pid()];

  await postgres?.stop();
  expect(await health()).toBe(503);
  expect((await page.goto("/mes-demandes"))?.status()).toBeGreaterThanOrEqual(500);
  await expect(page.locator("body")).not.toContainText(/ECONNREFUSED|at .*\.js/);
  await expect(page.getByRole("alert")).toContainText("Réessayez dans un instant");
  const withoutScripts = await page.request.get("/mes-demandes");
  expect(await withoutScripts.text()).toMatch(/<noscript>[\s\S]*Réessayez dans un instant/);

  await postgres?.start();
  await isHealthy();
  expect((await page.goto("/mes-demandes"))?.status()).toBe(200);
  const draft = await newDraft(installation);
  await send(page, draft.reference);
  await mailTo(draft.email, { subject: new RegExp(draft.reference) });
  expect([parts.web.pid(), parts.worker.pid()]).toEqual(pids);
});

test("kill -9 of web in the middle of submissions loses nothing acknowledged and doubles nothing", async ({
  installation,
  page,
  signInAs,
  mailTo,
}) => {
  await signInAs(RESIDENT);
  const drafts = await createDrafts(installation, 24);
  const { acknowledged, interrupted } = await sendAll(page, drafts, {
    kill: () => process.kill(installation.parts.web.pid() ?? 0, "SIGKILL"),
    isBack: isHealthy,
  });
  expect(interrupted.length, "the kill must hit submissions").toBeGreaterThan(0);
  expect(new Set(acknowledged).size).toBe(drafts.length);

  for (const { email, reference } of drafts)
    await mailTo(email, { subject: new RegExp(reference) }, 60_000);
  const rows = await installation.sql`
    select reference, status <> 'draft' as sent,
      (select count(*)::int from events where subject_id = requests.id and action = 'request.submit') as events,
      (select count(*)::int from deliveries
        where subject_id = requests.id and template = 'acknowledgement') as deliveries
    from requests where reference in ${installation.sql(drafts.map(({ reference }) => reference))}`;
  expect(rows).toHaveLength(drafts.length);
  for (const row of rows) expect(row).toMatchObject({ sent: true, events: 1, deliveries: 1 });
  const mails = await Promise.all(drafts.map(({ email }) => countMails(email)));
  expect(mails).toEqual(drafts.map(() => 1));
});
