import { eq } from "drizzle-orm";
import { decodeJwt } from "jose";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/db/client";
import { accounts, dataAccesses, oidcArtifacts } from "@/db/schema";
import {
  authorizationOf,
  Browser,
  createAccount,
  createClient,
  follow,
  redeem,
  refresh,
  signIn,
  startConnect,
  type TestClient,
  userinfo,
} from "@/db/test/connect";
import { account } from "@/db/test/factories";
import { forgetJobs, runJobs } from "@/db/test/jobs";
import { system } from "@/lib/auth/actor";
import { giveConsent, withdrawConsent } from "@/lib/consents/commands/decide";
import { listAccesses } from "@/lib/consents/queries";
import { acceptMandate } from "@/lib/mandates/commands/answer-mandate";
import { askMandate } from "@/lib/mandates/commands/ask-mandate";
import { endMandate } from "@/lib/mandates/commands/end-mandate";
import { askMandateInput } from "@/lib/mandates/schemas";

const { origin, stop } = await startConnect();
const { getProvider } = await import("./provider/instance");
const { GET: readMandate } = await import("@/app/api/v1/mandate/route");
const { GET: readConsents } = await import("@/app/api/v1/consents/route");
afterAll(stop);

const SCOPE = "openid profile phone consents";

let client: TestClient;
let [person, helper, mandate] = ["", "", ""];

async function giveMandate(clientId: string) {
  const typed = {
    side: "person",
    email: "paul@test.example",
    kind: "professional",
    structure: "Maison France services",
    [`service-${clientId}`]: "oui",
    everywhere: "oui",
    duration: "quarter",
  };
  const id = await askMandate(
    { actor: account(person) },
    askMandateInput.parse(typed),
    "192.0.2.1",
  );
  await acceptMandate({ actor: account(helper) }, id);
  return id;
}

beforeEach(async () => {
  await forgetJobs();
  client = await createClient("piscines", { scopes: ["openid", "profile", "phone", "consents"] });
  person = (await createAccount("samira@test.example")).id;
  helper = (await createAccount("paul@test.example")).id;
  await pool.update(accounts).set({ givenName: "Paul" }).where(eq(accounts.id, helper));
  mandate = await giveMandate(client.id);
});

const comeIn = async (browser: Browser, chosen?: string) => {
  const who = { accountId: helper, scope: SCOPE, ...(chosen ? { mandate: chosen } : {}) };
  const signed = await signIn(browser, await getProvider(), client, who);
  const { body } = await redeem(origin, client, signed);
  return { prompts: signed.prompts, ...body } as Record<string, string> & { prompts: string[] };
};

const act = (browser = new Browser(origin)) => comeIn(browser, mandate);

const ownSub = async (accountId: string) => {
  const { body } = await userinfo(
    origin,
    (
      await redeem(
        origin,
        client,
        await signIn(new Browser(origin), await getProvider(), client, { accountId }),
      )
    ).body.access_token,
  );
  return body.sub;
};

const call = (run: (request: Request) => Promise<Response>, token = "") =>
  run(new Request(`${origin}/api`, { headers: { authorization: `Bearer ${token}` } }));

async function introspect(token = "") {
  const response = await fetch(`${origin}/oidc/token/introspection`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${client.id}:secret-of-a-test-client`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ token }),
  });
  return (await response.json()) as Record<string, unknown>;
}

describe("a helper who chooses to act for somebody", () => {
  test("is told everywhere as the actor, and the person as the subject", async () => {
    const [sub, actor] = [await ownSub(person), await ownSub(helper)];
    const tokens = await act();
    const told = { sub: actor, name: "Paul Benali", organization: "Maison France services" };
    expect(tokens.prompts).toEqual(["login", "mandate"]);
    expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({ sub, act: told });
    const { body } = await userinfo(origin, tokens.access_token);
    expect(body).toMatchObject({ sub, given_name: "Samira", act: told });
    expect(await introspect(tokens.access_token)).toMatchObject({ active: true, sub, act: told });
  });

  test("reads no more than the person agreed to, and never their consents", async () => {
    const { access_token: token } = await act();
    const { body } = await userinfo(origin, token);
    expect(body).not.toHaveProperty("phone_number");
    expect((await call(readConsents, token)).status).toBe(403);
    expect(await (await call(readMandate, token)).json()).toMatchObject({ id: mandate });
  });

  test("leaves a trace among the person’s readings, under the mandate", async () => {
    const { access_token: token } = await act();
    await userinfo(origin, token);
    const [reading] = await pool.select().from(dataAccesses);
    expect(reading).toMatchObject({ accountId: person, mandateId: mandate });
    const { accesses } = await listAccesses({ actor: account(person) }, person);
    expect(accesses[0]).toMatchObject({ helper: "Paul Benali, Maison France services" });
  });

  test("comes back as themselves in the same browser: what was the person’s opens nothing more", async () => {
    const browser = new Browser(origin);
    const acting = await act(browser);
    const own = await comeIn(browser);
    expect(decodeJwt(own.id_token ?? "")).not.toHaveProperty("act");
    expect((await userinfo(origin, own.access_token)).body.given_name).toBe("Paul");
    expect((await userinfo(origin, acting.access_token)).status).toBe(401);
  });

  test("is asked each time, unless the service wants the account itself or no question", async () => {
    const browser = new Browser(origin);
    await act(browser);
    const provider = await getProvider();
    const ask = (extra: Record<string, string>) =>
      follow(browser, provider, client, authorizationOf(client, extra).path, { accountId: helper });
    await comeIn(browser);
    expect((await ask({})).prompts).toEqual(["mandate"]);
    expect((await ask({ mandate: "none" })).prompts).toEqual([]);
    expect((await ask({ prompt: "none" })).prompts).toEqual([]);
    const silent = await ask({ prompt: "none", mandate });
    expect(silent.url.searchParams.get("error")).toBe("interaction_required");
  });
});

const ENDS: readonly [string, () => Promise<unknown>][] = [
  ["the person ends the mandate", () => endMandate({ actor: account(person) }, mandate)],
  ["the helper ends the mandate", () => endMandate({ actor: account(helper) }, mandate)],
  [
    "the person withdraws their consent",
    () =>
      withdrawConsent(
        { actor: account(person) },
        {
          accountId: person,
          clientId: client.id,
          place: "my-data",
        },
      ),
  ],
  [
    "the person decides again",
    () =>
      giveConsent(system("test"), {
        accountId: person,
        clientId: client.id,
        place: "consent-page",
        ticked: ["phone"],
      }),
  ],
];

describe("felt at the next call, before any job runs:", () => {
  test.for(ENDS)("%s", async ([, end]) => {
    const tokens = await act();
    expect((await userinfo(origin, tokens.access_token)).status).toBe(200);
    await end();
    expect((await userinfo(origin, tokens.access_token)).status).toBe(401);
    expect((await call(readMandate, tokens.access_token)).status).toBe(401);
    expect(await introspect(tokens.access_token)).toEqual({ active: false });
    expect((await refresh(origin, client, tokens.refresh_token)).body.error).toBe("invalid_grant");
  });

  test("the job then deletes what the mandate had opened, and leaves the helper’s own session", async () => {
    await act();
    await endMandate({ actor: account(person) }, mandate);
    await forgetJobsBut("mandates.end-acting");
    await runJobs().catch(() => null);
    const left = await pool.select({ model: oidcArtifacts.model }).from(oidcArtifacts);
    expect(left.map(({ model }) => model).filter((model) => model !== "Interaction")).toEqual([
      "Session",
    ]);
  });
});

const forgetJobsBut = (task: string) =>
  pool.execute(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier <> '${task}'`,
  );

test("nobody acts under the mandate of another, nor at another service", async () => {
  const stranger = (await createAccount("autre@test.example")).id;
  const provider = await getProvider();
  const other = await createClient("bibliotheques");
  const refused = async (at: TestClient, accountId: string) => {
    const { path } = authorizationOf(at, { mandate });
    const { url } = await follow(new Browser(origin), provider, at, path, { accountId, mandate });
    return url.searchParams.get("error");
  };
  expect(await refused(client, stranger)).toBe("access_denied");
  expect(await refused(other, helper)).toBe("access_denied");
});

test("whoever helps nobody is asked nothing", async () => {
  const { prompts } = await signIn(new Browser(origin), await getProvider(), client, {
    accountId: person,
  });
  expect(prompts).toEqual(["login"]);
});
