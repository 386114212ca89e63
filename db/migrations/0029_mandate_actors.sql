-- A helper acts as the resident who gave them a mandate: `helper` says who, and the units that the mandate reaches.
CREATE FUNCTION app_acting_for() RETURNS uuid LANGUAGE sql STABLE
  RETURN CASE WHEN app_actor_kind() = 'resident' AND app_actor() ? 'helper' THEN app_actor_id()::uuid END;
--> statement-breakpoint
-- Null: no mandate, or one that reaches every unit.
CREATE FUNCTION app_mandate_unit_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE WHEN jsonb_typeof(app_actor() #> '{helper,unitIds}') = 'array' THEN
    ARRAY(SELECT jsonb_array_elements_text(app_actor() #> '{helper,unitIds}')::uuid) END;
--> statement-breakpoint
-- Whose hand an event is in: the helper's, when there is one.
CREATE FUNCTION app_author_kind() RETURNS text LANGUAGE sql STABLE
  RETURN CASE WHEN app_acting_for() IS NULL THEN app_actor_kind() ELSE 'helper' END;
--> statement-breakpoint
CREATE FUNCTION app_author_id() RETURNS text LANGUAGE sql STABLE
  RETURN CASE WHEN app_acting_for() IS NULL THEN app_actor_id() ELSE app_actor() #>> '{helper,id}' END;
