-- The workflows published so far, in the shape of lib/workflows/schemas/shape.ts: each status is called as its phase.
CREATE FUNCTION notice_action(id text, notice text) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_object('type', 'notice', 'id', id, 'notice', notice);
--> statement-breakpoint
CREATE FUNCTION migrated_status(status text) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_object('id', status, 'phase', status, 'pauses', false, 'panels', '[]'::jsonb, 'onLeave', '[]'::jsonb,
    'label', (SELECT jsonb_build_object('agent', label, 'resident', label) FROM (SELECT CASE status
      WHEN 'submitted' THEN 'Envoyée' WHEN 'received' THEN 'Reçue' WHEN 'in_review' THEN 'En cours d’examen'
      WHEN 'awaiting_resident' THEN 'Complément demandé' WHEN 'accepted' THEN 'Acceptée' WHEN 'refused' THEN 'Refusée'
      WHEN 'cancelled' THEN 'Annulée' ELSE 'Clôturée' END AS label) AS named),
    'onEnter', CASE WHEN status IN ('accepted', 'refused', 'closed')
      THEN jsonb_build_array(notice_action(status || '-decision', 'decision')) ELSE '[]'::jsonb END);
--> statement-breakpoint
CREATE FUNCTION migrated_transition(t jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_object('id', t ->> 'id', 'label', t ->> 'label', 'from', t -> 'from', 'to', t ->> 'to',
    'on', CASE t ->> 'by'
      WHEN 'system' THEN jsonb_build_object('by', 'event', 'event', t ->> 'id')
      WHEN 'resident' THEN jsonb_build_object('by', 'resident', 'asks', coalesce(t ->> 'asks', 'nothing'))
      ELSE jsonb_build_object('by', 'agent', 'asks', coalesce(t ->> 'asks', 'nothing'), 'only', '[]'::jsonb,
        'inBulk', false) END,
    'actions', CASE
      WHEN t ->> 'asks' = 'question' THEN jsonb_build_array(notice_action((t ->> 'id') || '-supplement', 'supplement'))
      WHEN t ->> 'asks' = 'answer' THEN jsonb_build_array(notice_action((t ->> 'id') || '-answer', 'agent-reply'))
      WHEN t ->> 'by' = 'resident' AND t ->> 'to' = 'cancelled' THEN jsonb_build_array(
        notice_action((t ->> 'id') || '-withdrawn', 'withdrawn'), notice_action((t ->> 'id') || '-agent', 'agent-withdrawn'))
      WHEN t ->> 'by' = 'agent' AND t ->> 'to' = 'in_review' AND NOT t -> 'from' ? 'awaiting_resident'
        THEN jsonb_build_array(notice_action((t ->> 'id') || '-taken', 'taken'))
      ELSE '[]'::jsonb END);
--> statement-breakpoint
ALTER TABLE workflow_versions DISABLE TRIGGER workflow_versions_append_only;
--> statement-breakpoint
UPDATE workflow_versions SET definition = jsonb_build_object(
  'start', 'submitted',
  'statuses', (
    SELECT jsonb_agg(migrated_status(named.status) ORDER BY array_position(ARRAY['submitted', 'received', 'in_review',
      'awaiting_resident', 'accepted', 'refused', 'cancelled', 'closed'], named.status))
    FROM (
      SELECT 'submitted' AS status
      UNION SELECT t ->> 'to' FROM jsonb_array_elements(definition -> 'transitions') AS t
      UNION SELECT jsonb_array_elements_text(t -> 'from') FROM jsonb_array_elements(definition -> 'transitions') AS t
    ) AS named WHERE named.status <> 'draft'),
  'transitions', (
    SELECT coalesce(jsonb_agg(migrated_transition(t) ORDER BY place), '[]'::jsonb)
    FROM jsonb_array_elements(definition -> 'transitions') WITH ORDINALITY AS listed (t, place)
    WHERE NOT t -> 'from' ? 'draft'),
  'functions', '[]'::jsonb, 'fields', '[]'::jsonb, 'options', '[]'::jsonb,
  'retention', jsonb_build_object('amount', 60, 'unit', 'months', 'do', 'anonymise'))
WHERE NOT definition ? 'statuses';
--> statement-breakpoint
ALTER TABLE workflow_versions ENABLE TRIGGER workflow_versions_append_only;
--> statement-breakpoint
DROP FUNCTION migrated_transition, migrated_status, notice_action;
--> statement-breakpoint
UPDATE requests SET status_id = status::text WHERE status <> 'draft' AND status_id IS NULL;
