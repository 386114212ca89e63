CREATE TABLE "logout_deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"client_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"last_attempt_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "logout_deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "oidc_resources" (
	"uri" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"client_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "oidc_resources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "previous_secret" text;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "previous_secret_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "environment" text DEFAULT 'production' NOT NULL;--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "oidc_resources" ADD CONSTRAINT "oidc_resources_client_id_oidc_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oidc_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logout_deliveries_client_idx" ON "logout_deliveries" USING btree ("client_id","created_at","id");--> statement-breakpoint
CREATE INDEX "logout_deliveries_created_idx" ON "logout_deliveries" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "oidc_resources_client_idx" ON "oidc_resources" USING btree ("client_id");--> statement-breakpoint
ALTER TABLE "oidc_clients" ADD CONSTRAINT "oidc_clients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "oidc_clients_organisation_idx" ON "oidc_clients" USING btree ("organisation_id");--> statement-breakpoint
CREATE POLICY "account" ON "logout_deliveries" AS PERMISSIVE FOR INSERT TO "guichet_app" WITH CHECK ((select app_account_id()) is not null);--> statement-breakpoint
CREATE POLICY "system" ON "logout_deliveries" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "oidc_resources" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON oidc_resources, logout_deliveries TO guichet_app;
