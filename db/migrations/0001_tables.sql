CREATE TYPE "public"."request_status" AS ENUM('draft', 'submitted', 'received', 'in_review', 'awaiting_resident', 'accepted', 'refused', 'cancelled', 'closed');--> statement-breakpoint
CREATE TABLE "portal_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"resident_id" uuid NOT NULL,
	"sub" text NOT NULL,
	"sid" text,
	"tokens" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "portal_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "posted_forms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"visitor" text NOT NULL,
	"values" jsonb NOT NULL,
	"errors" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posted_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "residents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sub" text NOT NULL,
	"email" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"claims" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"commune_insee" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "residents_sub_unique" UNIQUE("sub")
);
--> statement-breakpoint
ALTER TABLE "residents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"agent_name" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL,
	"request_id" uuid,
	"message_id" uuid,
	"field_id" text,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"scan" text DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_versions_organisationId_slug_version_unique" UNIQUE("organisation_id","slug","version")
);
--> statement-breakpoint
ALTER TABLE "form_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"template" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "heartbeats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agent_roles" (
	"agent_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agent_roles_agent_id_organisation_id_role_pk" PRIMARY KEY("agent_id","organisation_id","role")
);
--> statement-breakpoint
ALTER TABLE "agent_roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"resident_id" uuid,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agents_email_unique" UNIQUE("email"),
	CONSTRAINT "agents_residentId_unique" UNIQUE("resident_id")
);
--> statement-breakpoint
ALTER TABLE "agents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"insee" text,
	"siren" text NOT NULL,
	"offer" text DEFAULT 'none' NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"address" text NOT NULL,
	"opening_hours" text NOT NULL,
	"website" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_code_unique" UNIQUE("code"),
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisations_insee_unique" UNIQUE("insee")
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"opening_hours" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedure_providers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"link_url" text,
	"unit_id" uuid,
	"form_version_id" uuid,
	"workflow_version_id" uuid,
	"is_open_to_anonymous" boolean DEFAULT true NOT NULL,
	"duration_minutes" integer DEFAULT 5 NOT NULL,
	"price" text DEFAULT 'Gratuit' NOT NULL,
	"legal_delay_days" integer DEFAULT 60 NOT NULL,
	"silence" text DEFAULT 'refusal' NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "procedure_providers_procedureId_organisationId_unique" UNIQUE("procedure_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "procedure_providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"category" text NOT NULL,
	"audience" text DEFAULT 'individuals' NOT NULL,
	"kind" text NOT NULL,
	"synonyms" text[] DEFAULT '{}' NOT NULL,
	"popularity" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "procedures_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "procedures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"procedure_id" uuid NOT NULL,
	"provider_id" uuid NOT NULL,
	"form_version_id" uuid NOT NULL,
	"workflow_version_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"resident_id" uuid,
	"tracking_hash" text,
	"channel" text DEFAULT 'portal' NOT NULL,
	"kind" text DEFAULT 'service' NOT NULL,
	"status" "request_status" DEFAULT 'draft' NOT NULL,
	"typed" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"origins" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"applicant_name" text,
	"applicant_email" text,
	"applicant_phone" text,
	"assignee_id" uuid,
	"submitted_at" timestamp with time zone,
	"deadline_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reason" text,
	"draft_expires_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "requests_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"question" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "supplements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workflow_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workflow_versions_slug_version_unique" UNIQUE("slug","version")
);
--> statement-breakpoint
ALTER TABLE "workflow_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_resident_id_residents_id_fk" FOREIGN KEY ("resident_id") REFERENCES "public"."residents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_versions" ADD CONSTRAINT "form_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_roles" ADD CONSTRAINT "agent_roles_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent_roles" ADD CONSTRAINT "agent_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD CONSTRAINT "procedure_providers_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD CONSTRAINT "procedure_providers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD CONSTRAINT "procedure_providers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD CONSTRAINT "procedure_providers_form_version_id_form_versions_id_fk" FOREIGN KEY ("form_version_id") REFERENCES "public"."form_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD CONSTRAINT "procedure_providers_workflow_version_id_workflow_versions_id_fk" FOREIGN KEY ("workflow_version_id") REFERENCES "public"."workflow_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "public"."procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_provider_id_procedure_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."procedure_providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_form_version_id_form_versions_id_fk" FOREIGN KEY ("form_version_id") REFERENCES "public"."form_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_workflow_version_id_workflow_versions_id_fk" FOREIGN KEY ("workflow_version_id") REFERENCES "public"."workflow_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_assignee_id_agents_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "portal_sessions_sid_idx" ON "portal_sessions" USING btree ("sid");--> statement-breakpoint
CREATE INDEX "portal_sessions_sub_idx" ON "portal_sessions" USING btree ("sub");--> statement-breakpoint
CREATE INDEX "posted_forms_expiry_idx" ON "posted_forms" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "notes_request_idx" ON "notes" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "events_subject_idx" ON "events" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "files_request_idx" ON "files" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "files_expiry_idx" ON "files" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "deliveries_subject_idx" ON "deliveries" USING btree ("subject_id","created_at");--> statement-breakpoint
CREATE INDEX "agent_roles_organisation_idx" ON "agent_roles" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "units_organisation_idx" ON "units" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "procedure_providers_organisation_idx" ON "procedure_providers" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "messages_request_idx" ON "messages" USING btree ("request_id","created_at");--> statement-breakpoint
CREATE INDEX "requests_resident_idx" ON "requests" USING btree ("resident_id","updated_at");--> statement-breakpoint
CREATE INDEX "requests_tracking_idx" ON "requests" USING btree ("tracking_hash");--> statement-breakpoint
CREATE INDEX "requests_queue_idx" ON "requests" USING btree ("unit_id","status","deadline_at","id");--> statement-breakpoint
CREATE INDEX "requests_assignee_idx" ON "requests" USING btree ("assignee_id","status");--> statement-breakpoint
CREATE INDEX "requests_delay_idx" ON "requests" USING btree ("provider_id","closed_at");--> statement-breakpoint
CREATE INDEX "supplements_request_idx" ON "supplements" USING btree ("request_id","asked_at");--> statement-breakpoint
CREATE POLICY "system" ON "portal_sessions" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "posted_forms" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "residents" AS PERMISSIVE FOR ALL TO "guichet_app" USING (id = (select app_resident_id()));--> statement-breakpoint
CREATE POLICY "system" ON "residents" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "agent" ON "notes" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_actor_kind()) = 'agent'
        and exists (select from requests where requests.id = request_id));--> statement-breakpoint
CREATE POLICY "system" ON "notes" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "events" AS PERMISSIVE FOR SELECT TO "guichet_app" USING ((select app_is_system())
        or subject_id = (select app_account_id())
        or exists (select from requests where requests.id = subject_id));--> statement-breakpoint
CREATE POLICY "author" ON "events" AS PERMISSIVE FOR INSERT TO "guichet_app" WITH CHECK ((actor_kind, actor_id) = (select app_actor_kind(), app_actor_id()));--> statement-breakpoint
CREATE POLICY "owner" ON "files" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((owner_kind, owner_id) = (select app_actor_kind(), app_actor_id()) and owner_id <> '');--> statement-breakpoint
CREATE POLICY "request" ON "files" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (exists (select from requests where requests.id = request_id));--> statement-breakpoint
CREATE POLICY "system" ON "files" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "form_versions" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "form_versions" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "request" ON "deliveries" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (exists (select from requests where requests.id = subject_id));--> statement-breakpoint
CREATE POLICY "system" ON "deliveries" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "queue" ON "deliveries" AS PERMISSIVE FOR INSERT TO "guichet_app" WITH CHECK (status = 'queued');--> statement-breakpoint
CREATE POLICY "system" ON "heartbeats" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "colleague" ON "agent_roles" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (organisation_id = any((select app_organisation_ids())::uuid[]));--> statement-breakpoint
CREATE POLICY "administrator" ON "agent_roles" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[])) WITH CHECK ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[]));--> statement-breakpoint
CREATE POLICY "colleague" ON "agents" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (id = (select app_agent_id()) or exists (
        select from agent_roles where agent_roles.agent_id = agents.id));--> statement-breakpoint
CREATE POLICY "self" ON "agents" AS PERMISSIVE FOR UPDATE TO "guichet_app" USING (id = (select app_agent_id()));--> statement-breakpoint
CREATE POLICY "system" ON "agents" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "organisations" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "administrator" ON "organisations" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()) or id = any((select app_administered_ids())::uuid[])) WITH CHECK ((select app_is_system()) or id = any((select app_administered_ids())::uuid[]));--> statement-breakpoint
CREATE POLICY "reader" ON "units" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "administrator" ON "units" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[])) WITH CHECK ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[]));--> statement-breakpoint
CREATE POLICY "reader" ON "procedure_providers" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "procedure_providers" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "procedures" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "procedures" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "request" ON "messages" AS PERMISSIVE FOR ALL TO "guichet_app" USING (exists (select from requests where requests.id = request_id));--> statement-breakpoint
CREATE POLICY "resident" ON "requests" AS PERMISSIVE FOR ALL TO "guichet_app" USING (resident_id = (select app_resident_id()));--> statement-breakpoint
CREATE POLICY "visitor" ON "requests" AS PERMISSIVE FOR ALL TO "guichet_app" USING (tracking_hash = (select app_tracking_hash()));--> statement-breakpoint
CREATE POLICY "agent" ON "requests" AS PERMISSIVE FOR ALL TO "guichet_app" USING (unit_id = any((select app_unit_ids())::uuid[]) and status <> 'draft');--> statement-breakpoint
CREATE POLICY "system" ON "requests" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "request" ON "supplements" AS PERMISSIVE FOR ALL TO "guichet_app" USING (exists (select from requests where requests.id = request_id));--> statement-breakpoint
CREATE POLICY "reader" ON "workflow_versions" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "workflow_versions" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));