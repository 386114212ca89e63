-- Conditions of forms become trees of lib/expressions. Versions are values that nothing changes: this once, they are
-- written again, to say the same.
CREATE FUNCTION compared(field text, answer jsonb, types jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN types ->> field = 'choices'
    THEN jsonb_build_object('op', 'in',
      'left', jsonb_build_object('op', 'value', 'value', answer),
      'right', jsonb_build_object('op', 'ref', 'path', field))
    ELSE jsonb_build_object('op', '==',
      'left', jsonb_build_object('op', 'ref', 'path', field),
      'right', jsonb_build_object('op', 'value', 'value', answer))
  END
$$;
--> statement-breakpoint
CREATE FUNCTION grouped(op text, parts jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_array_length(parts) = 1 THEN parts -> 0
    ELSE jsonb_build_object('op', op, 'of', parts) END
$$;
--> statement-breakpoint
CREATE FUNCTION as_expression(old jsonb, types jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  ref jsonb := jsonb_build_object('op', 'ref', 'path', old ->> 'field');
  parts jsonb;
BEGIN
  CASE old ->> 'op'
    WHEN 'equals' THEN RETURN compared(old ->> 'field', old -> 'value', types);
    WHEN 'oneOf' THEN
      IF types ->> (old ->> 'field') = 'choices' OR jsonb_array_length(old -> 'values') = 1 THEN
        SELECT jsonb_agg(compared(old ->> 'field', one, types) ORDER BY at) INTO parts
          FROM jsonb_array_elements(old -> 'values') WITH ORDINALITY AS v(one, at);
        RETURN grouped('or', parts);
      END IF;
      SELECT jsonb_agg(jsonb_build_object('op', 'value', 'value', one) ORDER BY at) INTO parts
        FROM jsonb_array_elements(old -> 'values') WITH ORDINALITY AS v(one, at);
      RETURN jsonb_build_object('op', 'in', 'left', ref,
        'right', jsonb_build_object('op', 'list', 'items', parts));
    WHEN 'answered' THEN
      RETURN jsonb_build_object('op', '!=', 'left', ref,
        'right', jsonb_build_object('op', 'value', 'value', NULL));
    WHEN 'greater' THEN
      RETURN jsonb_build_object('op', '>', 'left', ref,
        'right', jsonb_build_object('op', 'value', 'value', old -> 'value'));
    WHEN 'less' THEN
      RETURN jsonb_build_object('op', '<', 'left', ref,
        'right', jsonb_build_object('op', 'value', 'value', old -> 'value'));
    WHEN 'not' THEN
      IF old ? 'condition' THEN
        RETURN jsonb_build_object('op', 'not', 'of', as_expression(old -> 'condition', types));
      END IF;
      RETURN old;
    WHEN 'all', 'any' THEN
      SELECT jsonb_agg(as_expression(one, types) ORDER BY at) INTO parts
        FROM jsonb_array_elements(old -> 'conditions') WITH ORDINALITY AS c(one, at);
      RETURN grouped(CASE old ->> 'op' WHEN 'all' THEN 'and' ELSE 'or' END, parts);
    ELSE RETURN old;
  END CASE;
END $$;
--> statement-breakpoint
CREATE FUNCTION with_expressions(tree jsonb, types jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF jsonb_typeof(tree) = 'array' THEN
    RETURN coalesce((SELECT jsonb_agg(with_expressions(one, types) ORDER BY at)
      FROM jsonb_array_elements(tree) WITH ORDINALITY AS a(one, at)), '[]');
  ELSIF jsonb_typeof(tree) = 'object' THEN
    RETURN coalesce((SELECT jsonb_object_agg(key, CASE key
        WHEN 'visibleIf' THEN as_expression(value, types) ELSE with_expressions(value, types) END)
      FROM jsonb_each(tree)), '{}');
  END IF;
  RETURN tree;
END $$;
--> statement-breakpoint
ALTER TABLE form_versions DISABLE TRIGGER form_versions_append_only;
--> statement-breakpoint
UPDATE form_versions SET definition = with_expressions(definition, coalesce(
  (SELECT jsonb_object_agg(field ->> 'id', field ->> 'type')
     FROM jsonb_path_query(definition, '$.steps[*].fields[*]') AS f(field)), '{}'))
  WHERE jsonb_path_exists(definition, '$.**.visibleIf');
--> statement-breakpoint
ALTER TABLE form_versions ENABLE TRIGGER form_versions_append_only;
--> statement-breakpoint
DROP FUNCTION with_expressions, as_expression, grouped, compared;
