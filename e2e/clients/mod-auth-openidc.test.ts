import { request } from "node:http";
import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { logoutDeliveries } from "@/db/schema";
import {
  Browser,
  createAccount,
  createClient,
  follow,
  SECRET,
  startConnect,
} from "@/db/test/connect";
import { system } from "@/lib/auth/actor";
import { findApache, startApache } from "./apache";

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const port = await freePort();
const site = `http://127.0.0.1:${port}`;
process.env.PASS_URBAIN_URL = site;
const { origin, stop } = await startConnect();
const { getProvider } = await import("@/lib/connect/provider/instance");
const { endSessions } = await import("@/lib/connect/commands/end-sessions");
const { runJobs } = await import("@/db/test/jobs");

const apache = await findApache();
const isHere = typeof apache !== "string";
if (!isHere) process.stderr.write(`mod_auth_openidc: skipped, ${apache}\n`);
afterAll(() => {
  stop();
  if (isHere) apache.remove();
});

const RETURN = "$PASS_URBAIN_URL/prive/retour";

async function registerSite() {
  const client = await createClient("apache", {
    alg: "RS256",
    redirectUris: [RETURN],
    backchannelLogoutUri: `${RETURN}?logout=backchannel`,
  });
  return { ...client, redirectUri: `${site}/prive/retour` };
}

const cookies = new Map<string, string>();

type Page = { status: number; location: string; givenName: string; body: string };

/** As a browser goes to a page: `fetch` says that it is a script, and Apache would not send it to sign in. */
const visit = (path: string) =>
  new Promise<Page>((resolve, reject) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const sent = request(
      `${site}${path}`,
      { headers: { cookie, accept: "text/html" } },
      (answer) => {
        for (const line of answer.headers["set-cookie"] ?? []) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        let body = "";
        answer.on("data", (chunk) => {
          body += chunk;
        });
        answer.once("end", () => {
          const { location = "", "x-given-name": given } = answer.headers;
          resolve({ status: answer.statusCode ?? 0, location, givenName: String(given), body });
        });
      },
    );
    sent.once("error", reject).end();
  });

const pathOf = ({ pathname, search }: URL) => pathname + search;

test.skipIf(!isHere)(
  "mod_auth_openidc signs somebody in by its settings alone, and hears that they left",
  { timeout: 60_000 },
  async () => {
    if (!isHere) return;
    const provider = await getProvider();
    const client = await registerSite();
    const { id: accountId } = await createAccount();
    await pool.execute(sql`delete from graphile_worker._private_jobs`);
    const settings = { port, issuer: origin, clientId: client.id, clientSecret: SECRET };
    const stopApache = await startApache(apache.root, settings);
    try {
      const sent = await visit("/prive/index.html");
      expect(new URL(sent.location).origin).toBe(origin);
      const asked = pathOf(new URL(sent.location));
      const { url } = await follow(new Browser(origin), provider, client, asked, { accountId });
      expect(url.searchParams.get("code")).toBeTruthy();

      expect((await visit(pathOf(url))).location).toBe(`${site}/prive/index.html`);
      expect(await visit("/prive/index.html")).toMatchObject({
        status: 200,
        givenName: "Samira",
        body: "Bonjour",
      });

      await endSessions(system("test"), accountId);
      await runJobs();
      expect(await pool.select().from(logoutDeliveries)).toMatchObject([{ state: "delivered" }]);
      expect((await visit("/prive/index.html")).status).toBe(302);
    } finally {
      await stopApache();
    }
  },
);
