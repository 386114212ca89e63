-- Planned with the question that asks it, once per connection: a search path of its own would have it planned each time.
CREATE OR REPLACE FUNCTION portal_viewer(session uuid) RETURNS TABLE (
  helper jsonb, id uuid, email text, "givenName" text, "familyName" text, "communeInsee" text,
  "agentId" uuid, "agentName" text, roles json
) LANGUAGE sql STABLE AS $$
  -- An agent treats the requests of their units, a manager those of every unit; others read none.
  SELECT s.helper, r.id, r.email, r.given_name, r.family_name, r.commune_insee,
    a.id, concat_ws(' ', a.given_name, a.family_name),
    (SELECT json_agg(json_build_object('organisationId', ar.organisation_id, 'role', ar.role,
        'organisationName', o.name, 'unitIds', CASE ar.role
          WHEN 'manager' THEN
            (SELECT coalesce(json_agg(u.id), '[]') FROM public.units u WHERE u.organisation_id = ar.organisation_id)
          WHEN 'agent' THEN to_json(ar.unit_ids) ELSE '[]'::json END) ORDER BY o.name, ar.role)
      FROM public.agent_roles ar JOIN public.organisations o ON o.id = ar.organisation_id
      WHERE ar.agent_id = a.id)
  FROM public.portal_sessions s
  JOIN public.residents r ON r.id = s.resident_id
  LEFT JOIN public.agents a ON a.resident_id = r.id AND a.disabled_at IS NULL
  WHERE s.id = session AND s.revoked_at IS NULL AND s.expires_at > now()
$$;
