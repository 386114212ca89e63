import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { pool } from "@/db/client";
import { createWorld } from "@/db/test/world";
import type { Actor } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";

/** Runs a statement and undoes it; says how many rows it met, or PostgreSQL's refusal. */
const ATTEMPT = sql`
  create function attempt(statement text) returns text language plpgsql as $$
  declare met int;
  begin
    begin
      execute statement;
      get diagnostics met = row_count;
      raise exception 'undone' using errcode = 'UNDO0';
    exception when others then
      return case sqlstate when 'UNDO0' then 'met ' || met else sqlstate end;
    end;
  end $$`;

/** `written`: a column that guichet_app may change. */
type Table = { name: string; columns: string; written: string | null };

const listTables = () =>
  pool.execute<Table>(sql`
    select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
      (array_agg(quote_ident(a.attname) order by a.attnum)
        filter (where has_column_privilege('guichet_app', c.oid, a.attnum, 'update')))[1] as written
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);

const VERBS = ["sees", "adds", "changes", "erases"] as const;
type Verb = (typeof VERBS)[number];

/** One statement per verb, without any where clause, about every row there is. */
async function statementsOn({ name, columns, written }: Table): Promise<Record<Verb, string>> {
  const [rows] = await pool.execute<{ all: string }>(
    // What was sent before the drafts: adding them stops at the first row refused.
    sql`select quote_literal(jsonb_agg(t order by to_jsonb(t) ->> 'status' desc)::text) as all
      from ${sql.identifier(name)} t`,
  );
  if (!rows?.all) throw new Error(`${name}: give createWorld a row of it`);
  const changed = written ?? columns.split(", ")[0];
  return {
    sees: `select from ${name}`,
    adds: `insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, ${rows.all})`,
    changes: `update ${name} set ${changed} = ${changed}`,
    erases: `delete from ${name}`,
  };
}

/** A key refused is a row that the policies had let through. */
const isLetThrough = (outcome: string) => /^(met [1-9]|2350[35]$)/.test(outcome);

type Statement = { table: string; verb: Verb; text: string };

async function listStatements() {
  const all: Statement[] = [];
  for (const table of await listTables()) {
    const statements = await statementsOn(table);
    for (const verb of VERBS) all.push({ table: table.name, verb, text: statements[verb] });
  }
  return all;
}

/** Those that this actor may make. */
async function allowed(actor: Actor, statements: Statement[]) {
  const texts = sql.param(statements.map(({ text }) => text));
  const outcomes = await transaction({ actor }, ({ db }) =>
    db.execute<{ outcome: string }>(
      sql`select attempt(text) as outcome from unnest(${texts}::text[]) with ordinality as t (text, at) order by at`,
    ),
  );
  return statements.filter((_, i) => isLetThrough(outcomes[i]?.outcome ?? ""));
}

/** Who may do what to a table, by name, in the order of the world's actors. */
type Powers = Partial<Record<Verb, string>>;

async function powersIn(actors: Record<string, Actor>) {
  const statements = await listStatements();
  const found: Record<string, Powers> = {};
  for (const [name, actor] of Object.entries(actors))
    for (const { table, verb } of await allowed(actor, statements)) {
      found[table] ??= {};
      const powers = found[table];
      powers[verb] = [powers[verb], name].filter(Boolean).join(" ");
    }
  return found;
}

const ALL =
  "nobody holder stranger resident neighbour agent colleague outsider administrator dpo developer reviewer account namesake system";
const JOBS = { sees: "system", adds: "system", changes: "system", erases: "system" };
const ACCOUNT = "account system";
const STAFF = "agent colleague administrator dpo system";
const READERS = "holder resident agent system";
const ADMINISTRATOR = "administrator system";
const PARTNER = "developer system";
const REVIEWED = "developer reviewer system";
const CATALOGUE = { sees: ALL, adds: "system", changes: "system" };
const VERSIONS = { sees: ALL, adds: "system" };

/** The whole of it: who meets which rows of a person's request and account when a where clause is forgotten. */
const EXPECTED: Record<string, Powers> = {
  // The account.
  accounts: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT },
  account_codes: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  certified_identities: { sees: ACCOUNT, adds: "system", changes: "system", erases: "system" },
  totp_authenticators: { sees: ACCOUNT, adds: "system", changes: "system", erases: "system" },
  passkeys: { sees: ACCOUNT, adds: "system", changes: "system", erases: "system" },
  recovery_codes: { sees: ACCOUNT, adds: "system", changes: "system", erases: "system" },
  account_closures: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  account_merges: { sees: ACCOUNT, adds: "system", changes: "system" },
  merge_proofs: { sees: ACCOUNT, adds: "system", changes: "system", erases: "system" },
  account_recoveries: {
    sees: "administrator account system",
    adds: "system",
    changes: ADMINISTRATOR,
    erases: ADMINISTRATOR,
  },
  account_devices: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  mandates: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT },
  children: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  parent_invitations: { sees: ACCOUNT, adds: ACCOUNT, erases: ACCOUNT },
  session_devices: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  imported_accounts: { sees: ACCOUNT, adds: "system", changes: "system" },
  oidc_artifacts: { sees: ACCOUNT, adds: ACCOUNT, changes: ACCOUNT, erases: ACCOUNT },
  consent_records: { sees: ACCOUNT, adds: ACCOUNT },
  data_accesses: { sees: ACCOUNT, adds: "system" },
  pairwise_subjects: JOBS,
  // The request, and what hangs on it. Its rows are one sent and one draft: only jobs add what was sent.
  requests: {
    sees: READERS,
    adds: "system",
    changes: READERS,
    erases: "holder resident system",
  },
  messages: { sees: READERS, adds: "agent system" },
  supplements: { sees: READERS, adds: "agent system", changes: "holder resident system" },
  notes: { sees: "agent system", adds: "agent system" },
  files: {
    sees: READERS,
    adds: "resident system",
    changes: "resident system",
    erases: "resident system",
  },
  deliveries: { sees: READERS, adds: READERS, changes: "system" },
  events: { sees: READERS, adds: "agent" },
  residents: {
    sees: "resident developer system",
    adds: "resident system",
    changes: "resident developer system",
  },
  // Who works there.
  agents: { sees: STAFF, adds: "system", changes: "system" },
  agent_roles: {
    sees: STAFF,
    adds: ADMINISTRATOR,
    changes: ADMINISTRATOR,
    erases: ADMINISTRATOR,
  },
  organisations: {
    sees: ALL,
    adds: ADMINISTRATOR,
    changes: "administrator reviewer system",
  },
  units: { sees: ALL, adds: ADMINISTRATOR, changes: ADMINISTRATOR },
  procedure_providers: { sees: ALL, adds: "system", changes: ADMINISTRATOR },
  // Whoever connects a service, and the Métropole that lets it into production.
  agreements: { sees: REVIEWED, adds: "system", changes: "system" },
  client_calls: { sees: PARTNER, adds: "system" },
  client_checks: { sees: REVIEWED, adds: "system", changes: "system" },
  client_days: { sees: REVIEWED, adds: "system", changes: "system" },
  client_reviews: { sees: REVIEWED, adds: PARTNER, changes: REVIEWED },
  client_trials: { sees: PARTNER, adds: PARTNER, changes: PARTNER, erases: PARTNER },
  partner_invitations: { sees: PARTNER, adds: PARTNER, changes: PARTNER, erases: PARTNER },
  partner_members: { sees: REVIEWED, adds: PARTNER, changes: PARTNER, erases: PARTNER },
  test_mails: { sees: PARTNER, adds: "system", erases: "system" },
  test_residents: { sees: PARTNER, adds: "system" },
  // Ours alone.
  oidc_clients: { sees: REVIEWED, adds: "system", changes: PARTNER },
  oidc_resources: JOBS,
  logout_deliveries: JOBS,
  identifications: JOBS,
  oidc_keys: JOBS,
  passkey_challenges: JOBS,
  pending_sign_ins: JOBS,
  portal_sessions: JOBS,
  posted_forms: JOBS,
  seen_logout_tokens: { sees: "system", adds: "system", erases: "system" },
  throttles: JOBS,
  heartbeats: { sees: "system", adds: "system", changes: "system" },
  // Everybody's.
  commune_aliases: CATALOGUE,
  communes: CATALOGUE,
  procedures: CATALOGUE,
  streets: CATALOGUE,
  lists: { sees: ALL, adds: ADMINISTRATOR, changes: ADMINISTRATOR },
  imported_parts: { sees: ADMINISTRATOR, adds: ADMINISTRATOR },
  consent_notices: VERSIONS,
  form_versions: VERSIONS,
  workflow_versions: VERSIONS,
};

test("with every where clause forgotten, each actor meets these rows and no others", async () => {
  const { actors } = await createWorld();
  expect(Object.keys(actors).join(" ")).toBe(ALL);
  await pool.execute(ATTEMPT);
  expect(await powersIn(actors)).toEqual(EXPECTED);
});

test("no table stands outside row level security", async () => {
  const open = await pool.execute(sql`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`);
  expect(open).toEqual([]);
});

test("the restricted role owns nothing, bypasses nothing and cannot sign in", async () => {
  const [role] = await pool.execute(sql`
    select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole,
      exists (select from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = 'guichet_app'`);
  expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
});

test("what runs with the owner's rights is a closed list, and pins where it looks for names", async () => {
  const functions = await pool.execute<{ name: string; config: string[] | null }>(sql`
    select proname as name, proconfig as config from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef order by proname`);
  expect(functions.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "app_partner_ids",
      "chain_consent_record",
      "enqueue",
      "find_requests",
      "hand_over_requests",
      "job_counts",
    ]
  `);
  for (const { name, config } of functions)
    expect(config, name).toContainEqual(
      expect.stringMatching(/^search_path=pg_catalog(, public, pg_temp)?$/),
    );
});
