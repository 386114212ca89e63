-- What the agent asked, and until when, is not the resident's to rewrite.
REVOKE UPDATE ON supplements FROM guichet_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_at) ON supplements TO guichet_app;
--> statement-breakpoint
-- What whoever asks may tell of in the log, besides their requests and account: what they run, and what the policies
-- of these tables show to the people concerned only. A new kind of thing that people act on is added here.
CREATE FUNCTION app_answers_for(subject uuid) RETURNS boolean LANGUAGE sql STABLE
  RETURN subject = ANY (app_administered_ids() || app_managed_ids() || app_partner_ids())
    OR EXISTS (SELECT FROM units WHERE id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM agent_roles WHERE agent_id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM procedure_providers WHERE id = subject AND organisation_id = ANY (app_administered_ids()))
    OR EXISTS (SELECT FROM account_codes WHERE id = subject)
    OR EXISTS (SELECT FROM mandates WHERE subject IN (id, inviter_id, invitee_id))
    OR EXISTS (SELECT FROM children WHERE id = subject)
    OR EXISTS (SELECT FROM account_recoveries WHERE subject IN (id, account_id))
    OR EXISTS (SELECT FROM client_reviews WHERE id = subject);
--> statement-breakpoint
-- An administrator sees no request, and so records nothing about one: the database does, in their name.
DROP FUNCTION hand_over_requests;
--> statement-breakpoint
CREATE FUNCTION hand_over_requests(from_unit uuid, to_unit uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  shared uuid;
  to_name text;
  moved integer;
BEGIN
  SELECT a.organisation_id, b.name INTO shared, to_name FROM units a JOIN units b USING (organisation_id)
    WHERE a.id = from_unit AND b.id = to_unit AND a.id <> b.id AND b.closed_at IS NULL
      AND a.organisation_id = ANY (app_administered_ids());
  IF shared IS NULL THEN
    RAISE EXCEPTION 'not yours to hand over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH given AS (
    UPDATE requests r
    SET unit_id = to_unit, revision = r.revision + 1, updated_at = now(),
      assignee_id = (
        SELECT ar.agent_id FROM agent_roles ar
        WHERE ar.agent_id = r.assignee_id AND ar.organisation_id = shared
          AND (ar.role = 'manager' OR ar.role = 'agent' AND to_unit = ANY (ar.unit_ids))
        LIMIT 1)
    WHERE r.unit_id = from_unit
      AND r.status IN ('submitted', 'received', 'in_review', 'awaiting_resident')
    RETURNING r.id, r.revision - 1 AS revision)
  INSERT INTO events (action, actor_kind, actor_id, subject_id, details)
    SELECT 'request.hand-over', app_actor_kind(), app_actor_id(), given.id,
      jsonb_build_object('from', from_unit, 'to', to_unit, 'unitName', to_name, 'revision', given.revision)
    FROM given;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION hand_over_requests FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION hand_over_requests TO guichet_app;
--> statement-breakpoint
ALTER TABLE "consent_records" ADD COLUMN "hash_version" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Two open units of one name, from before the index: the later ones get a number.
UPDATE units SET name = name || ' (' || twin.place || ')' FROM (
  SELECT id, row_number() OVER (PARTITION BY organisation_id, lower(name) ORDER BY created_at, id) AS place
  FROM units WHERE closed_at IS NULL
) twin WHERE units.id = twin.id AND twin.place > 1;--> statement-breakpoint
CREATE UNIQUE INDEX "units_name_idx" ON "units" USING btree ("organisation_id",lower("name")) WHERE closed_at is null;--> statement-breakpoint
CREATE POLICY "answered_once_by_holder" ON "supplements" AS RESTRICTIVE FOR UPDATE TO "guichet_app" USING (answer is null and (select app_actor_kind()) <> 'agent') WITH CHECK (true);--> statement-breakpoint
ALTER POLICY "author" ON "events" TO guichet_app WITH CHECK ((actor_kind, actor_id) = (select app_author_kind(), app_author_id())
        and acting_for is not distinct from (select app_acting_for())
        and ((select app_is_system())
  or subject_id = any((select app_account_ids())::uuid[])
  or exists (select from requests where requests.id = subject_id)
  or app_answers_for(subject_id)));--> statement-breakpoint
ALTER POLICY "queue" ON "deliveries" TO guichet_app WITH CHECK (status = 'queued' and exists (select from requests where requests.id = subject_id));
--> statement-breakpoint
-- The first rule joined the items with a comma, and all with a byte: an item that held either could pass for two. In
-- the second, each value is quoted. The rows of the first rule go on being checked by it.
CREATE OR REPLACE FUNCTION consent_content(r consent_records) RETURNS text LANGUAGE sql STABLE
  SET timezone = 'UTC' SET datestyle = 'ISO'
  RETURN CASE r.hash_version
    WHEN 1 THEN concat_ws(E'\x1f', r.seq, r.id, r.account_id, r.client_id, r.notice_id, r.act, r.place,
      array_to_string(r.items, ','), r.text, r.at, coalesce(r.expires_at::text, '-'), r.previous_hash)
    ELSE json_build_array(r.hash_version, r.seq, r.id, r.account_id, r.client_id, r.notice_id, r.act, r.place,
      r.items, r.text, r.at::text, r.expires_at::text, r.previous_hash)::text
  END;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION chain_consent_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE last consent_records;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('consent_records'));
  SELECT * INTO last FROM consent_records ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash_version := 2;
  NEW.hash := encode(sha256(convert_to(consent_content(NEW), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Lets one index hold both the unit and what is searched in it.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE FUNCTION plain_text(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
  SET search_path = public, pg_catalog
  RETURN lower(unaccent('unaccent'::regdictionary, value));
--> statement-breakpoint
-- « bron20264k7p2m ines ferreira 0639981234 »
CREATE FUNCTION request_text(reference text, name text, phone text) RETURNS text LANGUAGE sql IMMUTABLE
  SET search_path = public, pg_catalog
  RETURN plain_text(concat_ws(' ', replace(reference, '-', ''), name, regexp_replace(phone, '[^0-9]', '', 'g')));
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "search_text" text GENERATED ALWAYS AS (request_text(reference, applicant_name, applicant_phone)) STORED;--> statement-breakpoint
CREATE INDEX "requests_search_idx" ON "requests" USING gin ("unit_id","search_text" gin_trgm_ops) WHERE status <> 'draft';
--> statement-breakpoint
-- Row level security keeps LIKE from any index: it looks at each row's owner first. This function looks at the words
-- first, with the owner's rights, in the units that the agent treats and nowhere else. It tells ids only: whoever reads
-- the rows reads them under the policies. The longest word, which fewest rows have, is looked up in the index.
CREATE FUNCTION find_requests(words text[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  WITH wanted AS (
    SELECT '%' || plain_text(regexp_replace(word, '([\\%_])', '\\\1', 'g')) || '%' AS pattern FROM unnest(words) word
  )
  SELECT id FROM requests
  WHERE unit_id = ANY ((SELECT app_unit_ids())::uuid[]) AND status <> 'draft'
    AND search_text LIKE (SELECT pattern FROM wanted ORDER BY length(pattern) DESC LIMIT 1)
    AND search_text LIKE ALL (ARRAY(SELECT pattern FROM wanted))
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION find_requests FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_requests TO guichet_app;
