-- Without pg_temp at the end, a temporary table named consent_records would be read in place of the ledger.
ALTER FUNCTION chain_consent_record() SET search_path = pg_catalog, public, pg_temp;
