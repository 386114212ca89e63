import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { startConnect } from "@/db/test/connect";
import { runJobs } from "@/db/test/jobs";
import { startNextAuth } from "@/db/test/next-auth-server";
import { createPartnerWithClient } from "@/db/test/partners";
import { Walker } from "@/db/test/walk";
import { system } from "@/lib/auth/actor";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { flushCalls } from "@/lib/connect/provider/calls";
import { freePorts } from "@/scripts/lib/ports.mjs";
import { armTrials } from "./commands/trials";
import { LOOP_MS } from "./model/calls";
import { CHECKS, REFUSED_AFTER_MS, TRIALS } from "./model/checks";
import { getChecklist } from "./queries/checklist";
import { findSecret } from "./queries/clients";
import { GUIDE, listGuide, readGuide } from "./queries/guide";
import { listTestResidents } from "./queries/test-residents";

const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
const ends: (() => void)[] = [stop];
afterAll(() => {
  for (const end of ends) end();
});
// Its keys were emptied with the other tables: built again at the first call.
beforeEach(() => void Reflect.deleteProperty(globalThis, "connectProvider"));

type Partner = Awaited<ReturnType<typeof createPartnerWithClient>>;
type Press = (refuses?: boolean) => Promise<{ status: number; text: string }>;

const moment = () => new Promise((resolve) => setTimeout(resolve, LOOP_MS + 100));

/** A developer's afternoon: a refusal, a sign-in, five wrong answers, a sign-out from elsewhere. */
async function playChecklist({ ctx, body, clientId }: Partner, accountId: string, press: Press) {
  await press(true);
  await flushCalls();
  await runJobs();
  await moment();
  expect((await press()).text).toContain("Bonjour");
  await armTrials(ctx, body.id, clientId);
  for (const _ of TRIALS) expect((await press()).text).not.toContain("Bonjour");
  expect((await press()).text).toContain("Bonjour");
  await endSessions(system("test"), accountId);
  await runJobs();
  await flushCalls();
  const later = new Date(Date.now() + REFUSED_AFTER_MS + 1);
  const lines = await getChecklist(ctx, clientId, later);
  const states = Object.fromEntries(lines.map(({ check, state }) => [check, state]));
  expect(states).toEqual(Object.fromEntries(CHECKS.map((check) => [check, "passed"])));
}

const firstResident = async ({ ctx, body }: Partner) =>
  (await listTestResidents(ctx, body.id))[0]?.id ?? "";

type Sample = { program: string; args: (port: string) => string[] };

const OPENID_CLIENT: Sample = {
  program: process.execPath,
  args: () => ["--import", "tsx", "docs/kit/samples/typescript-openid-client/server.ts"],
};
const PYTHON: Sample = {
  program: "python3",
  args: (port) => ["-m", "flask", "--app", "docs/kit/samples/python/app", "run", "--port", port],
};

/** As a developer would start it, with a service of the sandbox. */
async function startSample({ program, args }: Sample) {
  const port = String(await freePorts(1));
  const own = `http://127.0.0.1:${port}`;
  const partner = await createPartnerWithClient({
    redirectUris: `${own}/retour`,
    postLogoutRedirectUris: `${own}/`,
    backchannelLogoutUri: `${own}/deconnexion-annoncee`,
  });
  const { ctx, clientId } = partner;
  const secret = (await findSecret(ctx, clientId)) ?? "";
  const said = { ISSUER: origin, CLIENT_ID: clientId, CLIENT_SECRET: secret, BASE_URL: own };
  const env = { ...process.env, ...said, PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(program, args(port), { env, stdio: "inherit" });
  ends.push(() => child.kill());
  const isUp = () =>
    fetch(own).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(isUp, { timeout: 20_000 }).toBe(200);
  return { own, partner };
}

async function playSample({ own, partner }: Awaited<ReturnType<typeof startSample>>) {
  const accountId = await firstResident(partner);
  const who = { provider: await getProvider(), accountId, clientId: partner.clientId };
  await playChecklist(partner, accountId, (refuses = false) =>
    new Walker().walk(new URL("/connexion", own), "GET", { ...who, refuses }),
  );
}

test("the sample with openid-client passes the whole checklist", { timeout: 60_000 }, async () => {
  await playSample(await startSample(OPENID_CLIENT));
});

test("so does the one in Python, where Flask and Authlib are installed", {
  timeout: 60_000,
}, async ({ skip }) => {
  const { status } = spawnSync("python3", ["-c", "import authlib, flask, requests"]);
  if (status !== 0) skip("Flask, Authlib and requests are not installed here");
  await playSample(await startSample(PYTHON));
});

test("the sample with next-auth passes the whole checklist", { timeout: 60_000 }, async () => {
  const port = await freePorts(1);
  const own = `http://127.0.0.1:${port}`;
  const partner = await createPartnerWithClient({
    redirectUris: `${own}/api/auth/callback/connect`,
    backchannelLogoutUri: `${own}/api/deconnexion-annoncee`,
  });
  process.env.CONNECT_ISSUER = origin;
  process.env.CONNECT_CLIENT_ID = partner.clientId;
  process.env.CONNECT_CLIENT_SECRET = (await findSecret(partner.ctx, partner.clientId)) ?? "";
  process.env.NEXTAUTH_URL = own;
  const sample = await import("@/docs/kit/samples/typescript-next-auth/auth");
  ends.push(await startNextAuth({ port, ...sample }));
  const { clientId } = partner;
  const who = { provider: await getProvider(), accountId: await firstResident(partner), clientId };
  await playChecklist(partner, who.accountId, async (refuses = false) => {
    const walker = new Walker();
    const { text } = await walker.ask(new URL("/api/auth/csrf", own));
    const form = { csrfToken: JSON.parse(text).csrfToken, callbackUrl: own };
    return walker.walk(new URL("/api/auth/signin/connect", own), "POST", { ...who, refuses }, form);
  });
});

describe("the guide", () => {
  test("has every page, with its samples in them", async () => {
    for (const page of GUIDE) {
      const blocks = await readGuide(page);
      expect(blocks[0], page).toMatchObject({ kind: "heading", level: 1 });
      expect(JSON.stringify(blocks), page).not.toContain("{{");
    }
    expect(await listGuide()).toHaveLength(GUIDE.length);
    const python = await readGuide("python");
    expect(python.at(-1)).toMatchObject({
      kind: "sample",
      text: readFileSync("docs/kit/samples/python/app.py", "utf8"),
    });
    await expect(readGuide("../../package")).rejects.toThrow();
  });

  const LANGUAGES = [
    ["PHP", "php", ["-l", "docs/kit/samples/php/index.php"]],
    [
      "Python",
      "python3",
      ["-c", "import ast; ast.parse(open('docs/kit/samples/python/app.py').read())"],
    ],
  ] as const;

  test.for(LANGUAGES)(
    "has a sample in %s that its interpreter reads",
    ([, program, args], { skip }) => {
      const { error, status, stderr } = spawnSync(program, args, { encoding: "utf8" });
      if (error) skip(`${program} is not installed here`);
      expect(status, stderr).toBe(0);
    },
  );
});
