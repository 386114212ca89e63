GRANT SELECT, INSERT ON mandates TO guichet_app;
--> statement-breakpoint
-- What was asked is what is accepted: neither the terms nor whoever asked can change.
GRANT UPDATE (invitee_id, invitee_name, invitee_email, status, accepted_at, ends_at, ended_at, ending)
  ON mandates TO guichet_app;
--> statement-breakpoint
CREATE FUNCTION stays_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an accepted mandate only ends' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Accepted, it has an end that nobody puts off; over, it never begins again.
CREATE TRIGGER mandates_stay_accepted BEFORE UPDATE ON mandates FOR EACH ROW
  WHEN (OLD.status <> 'asked' AND (OLD.status <> 'active' OR NEW.status NOT IN ('active', 'ended')
    OR (NEW.invitee_id, NEW.accepted_at, NEW.ends_at) IS DISTINCT FROM (OLD.invitee_id, OLD.accepted_at, OLD.ends_at)))
  EXECUTE FUNCTION stays_accepted();
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON children TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON parent_invitations TO guichet_app;
--> statement-breakpoint
-- Who sent it is part of what was sent.
DROP TRIGGER requests_stay_as_sent ON requests;
--> statement-breakpoint
CREATE TRIGGER requests_stay_as_sent BEFORE UPDATE ON requests FOR EACH ROW
  WHEN (OLD.status <> 'draft' AND (NEW.status = 'draft'
    OR (NEW.reference, NEW.procedure_id, NEW.provider_id, NEW.organisation_id, NEW.form_version_id,
        NEW.workflow_version_id, NEW.submitted_at, NEW.answers, NEW.origins, NEW.helper_name)
      IS DISTINCT FROM (OLD.reference, OLD.procedure_id, OLD.provider_id, OLD.organisation_id, OLD.form_version_id,
        OLD.workflow_version_id, OLD.submitted_at, OLD.answers, OLD.origins, OLD.helper_name)))
  EXECUTE FUNCTION stays_as_sent();
