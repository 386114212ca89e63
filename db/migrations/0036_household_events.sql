-- Parents of one child tell each other what happened to it, and whoever was asked answers whoever asked.
CREATE OR REPLACE FUNCTION app_answers_for(subject uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN subject = ANY (app_administered_ids() || app_managed_ids() || app_partner_ids())
    OR EXISTS (SELECT FROM units WHERE id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM agent_roles WHERE agent_id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM procedure_providers WHERE id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM account_codes WHERE id = subject)
    OR EXISTS (SELECT FROM mandates WHERE subject IN (id, inviter_id, invitee_id))
    OR EXISTS (SELECT FROM children WHERE id = subject OR subject = ANY (parent_ids))
    OR EXISTS (SELECT FROM parent_invitations WHERE inviter_id = subject)
    OR EXISTS (SELECT FROM account_recoveries WHERE subject IN (id, account_id))
    OR EXISTS (SELECT FROM client_reviews WHERE id = subject);
