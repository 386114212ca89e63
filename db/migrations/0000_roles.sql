-- The code logs in as the owner and acts as guichet_app, to whom the policies apply.
DO $$ BEGIN
  CREATE ROLE guichet_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- a role belongs to the whole cluster
END $$;
--> statement-breakpoint
GRANT guichet_app TO CURRENT_USER;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Who asks, as lib/context.ts said it. A setting made local to a past transaction reads '', not NULL.
CREATE FUNCTION app_actor() RETURNS jsonb LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.actor', true), '')::jsonb;
--> statement-breakpoint
CREATE FUNCTION app_actor_kind() RETURNS text LANGUAGE sql STABLE RETURN app_actor() ->> 'kind';
--> statement-breakpoint
CREATE FUNCTION app_actor_id() RETURNS text LANGUAGE sql STABLE RETURN app_actor() ->> 'id';
--> statement-breakpoint
CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE
  RETURN coalesce(app_actor_kind() = 'system', false);
--> statement-breakpoint
CREATE FUNCTION app_resident_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'resident' THEN app_actor_id()::uuid END;
--> statement-breakpoint
CREATE FUNCTION app_tracking_hash() RETURNS text LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'visitor' THEN nullif(app_actor_id(), '') END;
--> statement-breakpoint
CREATE FUNCTION app_account_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'account' THEN app_actor_id()::uuid END;
--> statement-breakpoint
CREATE FUNCTION app_agent_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'agent' THEN app_actor_id()::uuid END;
--> statement-breakpoint
CREATE FUNCTION app_unit_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'agent' THEN
    ARRAY(SELECT jsonb_array_elements_text(app_actor() -> 'unitIds')::uuid) END;
--> statement-breakpoint
CREATE FUNCTION app_organisation_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'agent' THEN
    ARRAY(SELECT jsonb_array_elements_text(app_actor() -> 'organisationIds')::uuid) END;
--> statement-breakpoint
-- Organisations whose units, agents and texts this agent manages.
CREATE FUNCTION app_administered_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'agent' THEN
    ARRAY(SELECT (r ->> 'organisationId')::uuid FROM jsonb_array_elements(app_actor() -> 'roles') r
          WHERE r ->> 'role' = 'administrator') END;
