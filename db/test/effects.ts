import { sql } from "drizzle-orm";
import { pool } from "@/db/client";

/** All that a command may leave behind, without what differs from one run to the next (ids, times). */
export async function effects() {
  const rows = await pool.execute<{ effect: string }>(sql`
    select 'event ' || action || ' by ' || actor_kind as effect from events
    union all select 'mail ' || template || ' ' || status from deliveries
    union all select 'job ' || t.identifier from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
    union all select concat_ws(' ', 'request', status, 'revision', revision, paused_at is not null,
      closed_at is not null, assignee_id is not null, reason, resident_id is not null, tracking_hash is not null,
      typed, answers) from requests
    union all select concat_ws(' ', 'message', author_kind, author_name, body) from messages
    union all select concat_ws(' ', 'supplement', question, answer, answered_at is not null) from supplements
    union all select concat_ws(' ', 'note', agent_name, body) from notes
    union all select concat_ws(' ', 'file', name, expires_at is not null, message_id is not null) from files
    union all select concat_ws(' ', 'consent', act, items) from consent_records
    union all select concat_ws(' ', 'organisation', phone, email, address, website) from organisations
    union all select concat_ws(' ', 'unit', name, closed_at is not null) from units
    union all select concat_ws(' ', 'role', role, cardinality(unit_ids)) from agent_roles
    union all select concat_ws(' ', 'provider of', u.name) from procedure_providers p join units u on u.id = p.unit_id
    order by effect`);
  return rows.map(({ effect }) => effect);
}
