-- Who is there: asked before any actor is known, at each page of somebody signed in. The one question that the owner
-- answers itself, without a transaction around it to take the restricted role: lib/context.ts.
CREATE FUNCTION portal_viewer(session uuid) RETURNS TABLE (
  helper jsonb, id uuid, email text, "givenName" text, "familyName" text, "communeInsee" text,
  "agentId" uuid, "agentName" text, roles json
) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  -- An agent treats the requests of their units, a manager those of every unit; others read none.
  SELECT s.helper, r.id, r.email, r.given_name, r.family_name, r.commune_insee,
    a.id, concat_ws(' ', a.given_name, a.family_name),
    (SELECT json_agg(json_build_object('organisationId', ar.organisation_id, 'role', ar.role,
        'organisationName', o.name, 'unitIds', CASE ar.role
          WHEN 'manager' THEN
            (SELECT coalesce(json_agg(u.id), '[]') FROM units u WHERE u.organisation_id = ar.organisation_id)
          WHEN 'agent' THEN to_json(ar.unit_ids) ELSE '[]'::json END) ORDER BY o.name, ar.role)
      FROM agent_roles ar JOIN organisations o ON o.id = ar.organisation_id
      WHERE ar.agent_id = a.id)
  FROM portal_sessions s
  JOIN residents r ON r.id = s.resident_id
  LEFT JOIN agents a ON a.resident_id = r.id AND a.disabled_at IS NULL
  WHERE s.id = session AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION portal_viewer FROM PUBLIC;
