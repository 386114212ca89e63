GRANT SELECT, INSERT, UPDATE, DELETE ON oidc_artifacts TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON oidc_clients, oidc_keys TO guichet_app;
--> statement-breakpoint
GRANT DELETE ON oidc_keys TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON pairwise_subjects, seen_logout_tokens TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON consent_notices, consent_records, data_accesses TO guichet_app;
--> statement-breakpoint
-- What a record's hash covers: every column but the hash, separated by a byte that no column holds.
CREATE FUNCTION consent_content(r consent_records) RETURNS text LANGUAGE sql STABLE
  SET timezone = 'UTC' SET datestyle = 'ISO'
  RETURN concat_ws(E'\x1f', r.seq, r.id, r.account_id, r.client_id, r.notice_id, r.act, r.place,
    array_to_string(r.items, ','), r.text, r.at, coalesce(r.expires_at::text, '-'), r.previous_hash);
--> statement-breakpoint
-- One writer at a time; the chain is longer than what this account may see, hence SECURITY DEFINER.
CREATE FUNCTION chain_consent_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public AS $$
DECLARE last consent_records;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('consent_records'));
  SELECT * INTO last FROM consent_records ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.at := clock_timestamp();
  NEW.previous_hash := coalesce(last.hash, '');
  NEW.hash := encode(sha256(convert_to(consent_content(NEW), 'UTF8')), 'hex');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER consent_records_chain BEFORE INSERT ON consent_records
  FOR EACH ROW EXECUTE FUNCTION chain_consent_record();
--> statement-breakpoint
CREATE TRIGGER consent_records_append_only BEFORE UPDATE OR DELETE ON consent_records
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER consent_notices_append_only BEFORE UPDATE OR DELETE ON consent_notices
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER data_accesses_append_only BEFORE UPDATE OR DELETE ON data_accesses
  FOR EACH ROW EXECUTE FUNCTION is_append_only();
