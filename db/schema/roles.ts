import { sql } from "drizzle-orm";
import { type PgPolicyConfig, pgPolicy, pgRole } from "drizzle-orm/pg-core";

/** Who every query acts as. Created, with the app_… functions, by migration 0000. */
export const guichetApp = pgRole("guichet_app").existing();

export const policy = (name: string, config: Omit<PgPolicyConfig, "to">) =>
  pgPolicy(name, { ...config, to: guichetApp });

export const systemSeesAll = policy("system", { using: sql`(select app_is_system())` });

/** Catalogue and other tables without personal data: everybody reads, jobs and seeds write. */
export const everybodyReads = policy("reader", { for: "select", using: sql`true` });

/** For an insert: in the agent's own name. */
export const writtenByAgent = sql`(select app_is_system()) or agent_id = (select app_agent_id())`;

/** Rows that hang on a request: whoever may read the request may read them, `requests` says who. */
export const readersOfRequest = policy("request", {
  using: sql`exists (select from requests where requests.id = request_id)`,
});
