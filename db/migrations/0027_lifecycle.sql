CREATE TABLE "account_closures" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reminded_days" integer
);
--> statement-breakpoint
ALTER TABLE "account_closures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_merges" (
	"merged_id" uuid PRIMARY KEY NOT NULL,
	"kept_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account_recoveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"email" text NOT NULL,
	"reason" text NOT NULL,
	"evidence" text[] NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"ready_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "account_recoveries_two_people" CHECK (approved_by <> asked_by)
);
--> statement-breakpoint
ALTER TABLE "account_recoveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merge_proofs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"proof" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "merge_proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "identifications" ADD COLUMN "is_shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session_devices" ADD COLUMN "france_connect" text;--> statement-breakpoint
ALTER TABLE "account_closures" ADD CONSTRAINT "account_closures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_merged_id_accounts_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_merges" ADD CONSTRAINT "account_merges_kept_id_accounts_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_asked_by_agents_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_recoveries" ADD CONSTRAINT "account_recoveries_approved_by_agents_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proofs" ADD CONSTRAINT "merge_proofs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proofs" ADD CONSTRAINT "merge_proofs_other_id_accounts_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_closures_due_idx" ON "account_closures" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "account_merges_kept_idx" ON "account_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_recoveries_open_idx" ON "account_recoveries" USING btree ("account_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "account_recoveries_asked_idx" ON "account_recoveries" USING btree ("organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "merge_proofs_expiry_idx" ON "merge_proofs" USING btree ("expires_at");--> statement-breakpoint
-- Organisations that this agent answers for.
CREATE FUNCTION app_managed_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'agent' THEN
    ARRAY(SELECT (r ->> 'organisationId')::uuid FROM jsonb_array_elements(app_actor() -> 'roles') r
          WHERE r ->> 'role' IN ('manager', 'administrator')) END;
--> statement-breakpoint
-- This account, and those that were joined to it.
CREATE FUNCTION app_account_ids() RETURNS uuid[] LANGUAGE sql STABLE
  RETURN CASE app_actor_kind() WHEN 'account' THEN
    ARRAY(SELECT merged_id FROM account_merges WHERE kept_id = app_account_id()) || app_account_id() END;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON account_closures, merge_proofs, account_recoveries TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON account_merges TO guichet_app;
--> statement-breakpoint
GRANT UPDATE ON pairwise_subjects TO guichet_app;
--> statement-breakpoint
CREATE POLICY "self" ON "account_closures" AS PERMISSIVE FOR ALL TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "account_closures" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "account_merges" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (kept_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "account_merges" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "account_recoveries" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "responsible" ON "account_recoveries" AS PERMISSIVE FOR ALL TO "guichet_app" USING (organisation_id = any((select app_managed_ids())::uuid[]));--> statement-breakpoint
CREATE POLICY "asker" ON "account_recoveries" AS RESTRICTIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_is_system()) or asked_by = (select app_agent_id()));--> statement-breakpoint
CREATE POLICY "system" ON "account_recoveries" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "merge_proofs" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "merge_proofs" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
ALTER POLICY "reader" ON "consent_records" TO guichet_app USING (account_id = any((select app_account_ids())::uuid[]));--> statement-breakpoint
ALTER POLICY "reader" ON "data_accesses" TO guichet_app USING (account_id = any((select app_account_ids())::uuid[]));--> statement-breakpoint
ALTER POLICY "reader" ON "events" TO guichet_app USING ((select app_is_system())
        or subject_id = any((select app_account_ids())::uuid[])
        or exists (select from requests where requests.id = subject_id));