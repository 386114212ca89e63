-- What the restricted role may do with each table at all; the policies say with which rows.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO guichet_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON agent_roles, agents, deliveries, files, heartbeats, messages, notes,
  organisations, portal_sessions, posted_forms, procedure_providers, procedures, requests, residents,
  supplements, units TO guichet_app;
--> statement-breakpoint
GRANT INSERT ON events, form_versions, workflow_versions TO guichet_app;
--> statement-breakpoint
GRANT DELETE ON agent_roles, files, posted_forms, portal_sessions TO guichet_app;
--> statement-breakpoint
CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER form_versions_append_only BEFORE UPDATE OR DELETE ON form_versions
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER workflow_versions_append_only BEFORE UPDATE OR DELETE ON workflow_versions
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
-- graphile_worker belongs to the owner: this one function lets guichet_app add a job, and no more.
-- A job with a key replaces the one of the same key that still waits.
CREATE FUNCTION enqueue(name text, payload json, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(name, payload, job_key => key, run_at => run_at);
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION enqueue FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue TO guichet_app;
