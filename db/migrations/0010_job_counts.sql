-- graphile_worker belongs to the owner: this tells guichet_app how many jobs there are, and no more.
CREATE FUNCTION job_counts(OUT waiting bigint, OUT retrying bigint, OUT given_up bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  SELECT count(*) FILTER (WHERE attempts = 0 AND run_at <= now()),
         count(*) FILTER (WHERE attempts > 0 AND attempts < max_attempts),
         count(*) FILTER (WHERE attempts >= max_attempts)
  INTO waiting, retrying, given_up
  FROM graphile_worker.jobs;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION job_counts FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION job_counts TO guichet_app;
