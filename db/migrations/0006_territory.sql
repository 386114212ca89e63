CREATE TABLE "commune_aliases" (
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"commune_insee" text NOT NULL,
	CONSTRAINT "commune_aliases_insee_name_pk" PRIMARY KEY("insee","name")
);
--> statement-breakpoint
ALTER TABLE "commune_aliases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "communes" (
	"insee" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"siren" text,
	"postal_codes" text[] DEFAULT '{}' NOT NULL,
	"population" integer NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"parent_insee" text,
	CONSTRAINT "communes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "communes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "procedure_providers" ADD COLUMN "checked_on" date DEFAULT current_date NOT NULL;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (procedure_vector(title, summary, synonyms)) STORED;--> statement-breakpoint
ALTER TABLE "procedures" ADD COLUMN "search_text" text GENERATED ALWAYS AS (procedure_words(title, summary, synonyms)) STORED;--> statement-breakpoint
ALTER TABLE "commune_aliases" ADD CONSTRAINT "commune_aliases_commune_insee_communes_insee_fk" FOREIGN KEY ("commune_insee") REFERENCES "public"."communes"("insee") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_parent_insee_communes_insee_fk" FOREIGN KEY ("parent_insee") REFERENCES "public"."communes"("insee") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "communes_parent_idx" ON "communes" USING btree ("parent_insee");--> statement-breakpoint
CREATE POLICY "reader" ON "commune_aliases" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "commune_aliases" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "communes" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "communes" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));