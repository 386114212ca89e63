CREATE TABLE "lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"source" jsonb NOT NULL,
	"rows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lists_organisationId_key_unique" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
ALTER TABLE "lists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "reader" ON "lists" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "administrator" ON "lists" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[])) WITH CHECK ((select app_is_system()) or organisation_id = any((select app_administered_ids())::uuid[]));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "lists" TO guichet_app;
