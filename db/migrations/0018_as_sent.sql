ALTER TABLE "agents" DROP COLUMN "preferences";--> statement-breakpoint
DROP POLICY "self" ON "agents" CASCADE;--> statement-breakpoint
CREATE FUNCTION stays_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a sent request stays as it was sent' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- What the person sent, and the versions it points at. No one is excepted: nothing rewrites it today.
CREATE TRIGGER requests_stay_as_sent BEFORE UPDATE ON requests FOR EACH ROW
  WHEN (OLD.status <> 'draft' AND (NEW.status = 'draft'
    OR (NEW.reference, NEW.procedure_id, NEW.provider_id, NEW.organisation_id, NEW.form_version_id,
        NEW.workflow_version_id, NEW.submitted_at, NEW.answers, NEW.origins)
      IS DISTINCT FROM (OLD.reference, OLD.procedure_id, OLD.provider_id, OLD.organisation_id, OLD.form_version_id,
        OLD.workflow_version_id, OLD.submitted_at, OLD.answers, OLD.origins)))
  EXECUTE FUNCTION stays_as_sent();
