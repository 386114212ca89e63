import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/db/client";
import { startBadClient } from "@/db/test/bad-client";
import { startConnect } from "@/db/test/connect";
import { runJobs } from "@/db/test/jobs";
import { createPartnerWithClient } from "@/db/test/partners";
import { Walker } from "@/db/test/walk";
import { system } from "@/lib/auth/actor";
import { endSessions } from "@/lib/connect/commands/end-sessions";
import { createKeys } from "@/lib/connect/commands/keys";
import { flushCalls } from "@/lib/connect/provider/calls";
import { freePorts } from "@/scripts/lib/ports.mjs";
import { updateClient } from "./commands/clients";
import { armTrials } from "./commands/trials";
import { LOOP_MS } from "./model/calls";
import { isComplete } from "./model/checklist";
import { CHECKS, REFUSED_AFTER_MS, TRIALS } from "./model/checks";
import { explainCall } from "./model/explain";
import { listCalls } from "./queries/calls";
import { getChecklist } from "./queries/checklist";
import { findSecret, findTyped, getClient } from "./queries/clients";
import { listTestResidents } from "./queries/test-residents";

const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
const started: ChildProcess[] = [];
afterAll(() => {
  stop();
  for (const child of started) child.kill();
});

// Emptied with the other tables between two tests.
beforeEach(() => createKeys(system("test")));

type Partner = Awaited<ReturnType<typeof createPartnerWithClient>>;

const stateOf = async ({ ctx, clientId }: Partner) => {
  await flushCalls();
  const lines = await getChecklist(ctx, clientId, new Date(Date.now() + REFUSED_AFTER_MS + 1));
  return Object.fromEntries(lines.map(({ check, state }) => [check, state]));
};

/** The real demo partner, as a program of its own. */
async function startPassUrbain({ clientId, ctx }: Partner, port: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "simulators/pass-urbain/main.ts"], {
    env: {
      ...process.env,
      CONNECT_URL: origin,
      PASS_URBAIN_URL: `http://127.0.0.1:${port}`,
      PASS_URBAIN_CLIENT_ID: clientId,
      PASS_URBAIN_CLIENT_SECRET: (await findSecret(ctx, clientId)) ?? "",
    },
    stdio: "inherit",
  });
  started.push(child);
  const own = new URL(`http://127.0.0.1:${port}`);
  await expect
    .poll(
      () =>
        fetch(own).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
  return own;
}

/** A person takes longer than that to press again; a service that starts over by itself does not. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, LOOP_MS + 100));

const everythingAsked = (own: string) => ({
  redirectUris: `${own}/retour`,
  postLogoutRedirectUris: `${own}/`,
  backchannelLogoutUri: `${own}/deconnexion-distante`,
  alg: "RS256",
  "besoin.birthdate": "required",
  "motif.birthdate": "Pour calculer votre tarif.",
  "besoin.phone": "optional",
  "motif.phone": "Pour vous prévenir.",
  "besoin.address": "required",
  "motif.address": "Pour connaître votre commune.",
});

async function whoTries(partner: Partner) {
  const [, resident] = await listTestResidents(partner.ctx, partner.body.id);
  const { clientId } = partner;
  return { provider: await getProvider(), accountId: resident?.id ?? "", clientId };
}

test("the checklist of « Pass Urbain » turns green", { timeout: 60_000 }, async () => {
  const port = await freePorts(1);
  const partner = await createPartnerWithClient(everythingAsked(`http://127.0.0.1:${port}`));
  expect(Object.values(await stateOf(partner))).toEqual(CHECKS.map(() => "unseen"));
  const own = await startPassUrbain(partner, port);
  const who = await whoTries(partner);
  const press = (refuses = false) =>
    new Walker().walk(new URL("/connexion", own), "POST", { ...who, refuses });

  expect((await press(true)).text).toContain("ne pas partager");
  await flushCalls();
  await runJobs();
  await aMoment();
  expect((await press()).text).toContain("Bonjour");
  await armTrials(partner.ctx, partner.body.id, partner.clientId);
  for (const _ of TRIALS) expect((await press()).text).toContain("n’a pas abouti");
  expect((await press()).text).toContain("Bonjour");
  await endSessions(system("test"), who.accountId);
  await runJobs();
  expect(await stateOf(partner)).toEqual(Object.fromEntries(CHECKS.map((c) => [c, "passed"])));
  const lines = await getChecklist(partner.ctx, partner.clientId, new Date(Date.now() + 60_000));
  expect(isComplete(lines)).toBe(true);
});

test("a service that checks nothing fails on each line, and the calls say why", {
  timeout: 60_000,
}, async () => {
  const partner = await createPartnerWithClient();
  const { ctx, body, clientId } = partner;
  const secret = (await findSecret(ctx, clientId)) ?? "";
  const own = await startBadClient(() => ({ connect: origin, clientId, secret }));
  const typed = await findTyped(ctx, await getClient(ctx, body.id, clientId));
  await updateClient(ctx, body, clientId, {
    ...typed,
    redirectUris: `${own}/retour`,
    backchannelLogoutUri: `${own}/deconnexion`,
  });
  const who = await whoTries(partner);
  const press = (refuses = false) =>
    new Walker().walk(new URL("/connexion", own), "GET", { ...who, refuses });
  await press(true);
  await press();
  await armTrials(ctx, body.id, clientId);
  for (const _ of TRIALS) await press();
  await endSessions(system("test"), who.accountId);
  await runJobs();
  const states = await stateOf(partner);
  expect(states).toEqual(Object.fromEntries(CHECKS.map((check) => [check, "failed"])));
  const { calls } = await listCalls(ctx, clientId, { onlyFailed: true });
  expect(explainCall(calls.find(({ endpoint }) => endpoint === "token") ?? fail())).toContain(
    "déjà servi",
  );
});

const fail = (): never => {
  throw new Error("no such call");
};

test("a call that fails is told with the exact mismatch, without tokens nor queries", async () => {
  const { ctx, clientId } = await createPartnerWithClient();
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: "http://localhost:9999/retour?jeton=secret-de-camille",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
  });
  await fetch(`${origin}/oidc/auth?${query}`, { redirect: "manual" });
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: "x",
    redirect_uri: "y",
  });
  const authorization = `Basic ${btoa(`${clientId}:pas-le-bon`)}`;
  await fetch(`${origin}/oidc/token`, { method: "POST", body, headers: { authorization } });
  await flushCalls();
  const { calls } = await listCalls(ctx, clientId);
  const [token, authorize] = calls.map(explainCall);
  expect(token).toContain("Le secret n’est pas le bon");
  expect(authorize).toContain(
    "redirect_uri reçu\u00a0: «\u00a0http://localhost:9999/retour?…\u00a0»",
  );
  expect(authorize).toContain("déclaré\u00a0: «\u00a0http://localhost:8080/retour\u00a0»");
  expect(JSON.stringify(calls)).not.toContain("camille");
  const [{ kept } = { kept: 0 }] = await pool.execute<{ kept: number }>(
    "select count(*)::int as kept from client_calls",
  );
  expect(kept).toBe(2);
  await expect(pool.execute("delete from client_calls")).rejects.toThrow();
  await expect(pool.execute("update client_calls set is_ok = true")).rejects.toThrow();
});

test("whoever reads the calls waits for those that are being written", async () => {
  const { ctx, clientId } = await createPartnerWithClient();
  await fetch(`${origin}/oidc/auth?client_id=${clientId}&response_type=rien`, {
    redirect: "manual",
  });
  let isWritten = false;
  let flushed = Promise.resolve();
  await pool.transaction(async (db) => {
    await db.execute("lock table client_calls");
    void flushCalls();
    flushed = flushCalls().then(() => {
      isWritten = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isWritten).toBe(false);
  });
  await flushed;
  expect((await listCalls(ctx, clientId)).calls).toHaveLength(1);
});
