CREATE INDEX "consent_records_client_idx" ON "consent_records" USING btree ("client_id","account_id","seq");--> statement-breakpoint
CREATE INDEX "data_accesses_client_idx" ON "data_accesses" USING btree ("client_id","at");--> statement-breakpoint
GRANT UPDATE (france_connect) ON session_devices TO guichet_app;
