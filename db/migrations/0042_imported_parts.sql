CREATE TABLE "imported_parts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"is_sound" boolean NOT NULL,
	"digest" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imported_parts_organisationId_kind_slug_version_unique" UNIQUE("organisation_id","kind","slug","version")
);
--> statement-breakpoint
ALTER TABLE "imported_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "imported_parts" ADD CONSTRAINT "imported_parts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "administrator" ON "imported_parts" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[])) WITH CHECK ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[]));--> statement-breakpoint
GRANT SELECT, INSERT ON "imported_parts" TO guichet_app;
