import { pool } from "@/db/client";

const EMPTY_TABLES = `
  do $$ declare name text; begin
    -- Without triggers: the log refuses to forget, and keys would ask for an order.
    set local session_replication_role = replica;
    for name in select format('%I', tablename) from pg_tables where schemaname = 'public' loop
      execute 'delete from ' || name;
    end loop;
    delete from graphile_worker._private_jobs;
  end $$`;

// Deleted rather than truncated: for a few rows, ten times faster.
export const emptyTables = () => pool.execute(EMPTY_TABLES);
