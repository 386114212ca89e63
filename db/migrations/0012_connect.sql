CREATE TABLE "oidc_artifacts" (
	"model" text NOT NULL,
	"id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"grant_id" text,
	"uid" text,
	"user_code" text,
	"account_id" uuid,
	"client_id" text,
	"consumed_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "oidc_artifacts_model_id_pk" PRIMARY KEY("model","id")
);
--> statement-breakpoint
ALTER TABLE "oidc_artifacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oidc_clients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secret" text,
	"sector" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oidc_clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oidc_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"alg" text NOT NULL,
	"state" text NOT NULL,
	"jwk" text NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oidc_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pairwise_subjects" (
	"account_id" uuid NOT NULL,
	"sector" text NOT NULL,
	"sub" uuid DEFAULT gen_random_uuid() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pairwise_subjects_account_id_sector_pk" PRIMARY KEY("account_id","sector"),
	CONSTRAINT "pairwise_subjects_sub_unique" UNIQUE("sub")
);
--> statement-breakpoint
ALTER TABLE "pairwise_subjects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "seen_logout_tokens" (
	"jti" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seen_logout_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"client_id" text NOT NULL,
	"version" integer NOT NULL,
	"notice" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_notices_version_idx" UNIQUE("client_id","version")
);
--> statement-breakpoint
ALTER TABLE "consent_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_records" (
	"seq" bigint PRIMARY KEY DEFAULT 0 NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"act" text NOT NULL,
	"place" text NOT NULL,
	"items" text[] DEFAULT '{}' NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "consent_records_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "consent_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "data_accesses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"consent_id" uuid NOT NULL,
	"items" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "data_accesses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "oidc_artifacts_uid_idx" ON "oidc_artifacts" USING btree ("model","uid") WHERE uid is not null;--> statement-breakpoint
CREATE INDEX "oidc_artifacts_grant_idx" ON "oidc_artifacts" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "oidc_artifacts_account_idx" ON "oidc_artifacts" USING btree ("account_id","model");--> statement-breakpoint
CREATE INDEX "oidc_artifacts_expiry_idx" ON "oidc_artifacts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "consent_records_account_idx" ON "consent_records" USING btree ("account_id","client_id","seq");--> statement-breakpoint
CREATE INDEX "data_accesses_account_idx" ON "data_accesses" USING btree ("account_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "self" ON "oidc_artifacts" AS PERMISSIVE FOR ALL TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "oidc_artifacts" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "oidc_clients" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "oidc_keys" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "pairwise_subjects" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "seen_logout_tokens" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "consent_notices" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "consent_notices" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "consent_records" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "author" ON "consent_records" AS PERMISSIVE FOR INSERT TO "guichet_app" WITH CHECK (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "consent_records" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "data_accesses" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "data_accesses" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));