CREATE POLICY "administrator" ON "procedure_providers" AS PERMISSIVE FOR UPDATE TO "guichet_app" USING (organisation_id = any((select app_administered_ids())::uuid[])) WITH CHECK (organisation_id = any((select app_administered_ids())::uuid[]) and unit_id in (
        select units.id from units where units.organisation_id = procedure_providers.organisation_id));--> statement-breakpoint
-- An administrator reads no request, so no policy lets them update one: this function moves them, and no more.
-- Within one organisation that they administer, to an open unit; what is over stays where it was treated.
CREATE FUNCTION hand_over_requests(from_unit uuid, to_unit uuid) RETURNS TABLE (id uuid, revision integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  shared uuid;
BEGIN
  SELECT a.organisation_id INTO shared FROM units a JOIN units b USING (organisation_id)
    WHERE a.id = from_unit AND b.id = to_unit AND a.id <> b.id AND b.closed_at IS NULL
      AND a.organisation_id = ANY (app_administered_ids());
  IF shared IS NULL THEN
    RAISE EXCEPTION 'not yours to hand over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    UPDATE requests r
    SET unit_id = to_unit, revision = r.revision + 1, updated_at = now(),
      assignee_id = (
        SELECT ar.agent_id FROM agent_roles ar
        WHERE ar.agent_id = r.assignee_id AND ar.organisation_id = shared
          AND (ar.role = 'manager' OR ar.role = 'agent' AND to_unit = ANY (ar.unit_ids))
        LIMIT 1)
    WHERE r.unit_id = from_unit
      AND r.status IN ('submitted', 'received', 'in_review', 'awaiting_resident')
    RETURNING r.id, r.revision - 1;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION hand_over_requests FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hand_over_requests TO guichet_app;
