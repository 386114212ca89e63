CREATE TABLE "streets" (
	"insee" text NOT NULL,
	"name" text NOT NULL,
	"postal_code" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "streets_insee_name_pk" PRIMARY KEY("insee","name")
);
--> statement-breakpoint
ALTER TABLE "streets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "streets" ADD CONSTRAINT "streets_insee_communes_insee_fk" FOREIGN KEY ("insee") REFERENCES "public"."communes"("insee") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "streets_words_idx" ON "streets" USING gin ("words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "files_owner_idx" ON "files" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE POLICY "draft" ON "files" AS PERMISSIVE FOR UPDATE TO "guichet_app" USING (exists (select from requests where requests.id = files.request_id and (requests.status = 'draft')));--> statement-breakpoint
CREATE POLICY "draft_removal" ON "files" AS PERMISSIVE FOR DELETE TO "guichet_app" USING (exists (select from requests where requests.id = files.request_id and (requests.status = 'draft')));--> statement-breakpoint
CREATE POLICY "reader" ON "streets" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (true);--> statement-breakpoint
CREATE POLICY "system" ON "streets" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
ALTER POLICY "owner" ON "files" TO guichet_app USING ((owner_kind, owner_id) = (select app_actor_kind(), app_actor_id()) and owner_id <> '') WITH CHECK ((owner_kind, owner_id) = (select app_actor_kind(), app_actor_id()) and owner_id <> '' and (request_id is null or exists (select from requests where requests.id = files.request_id and (true))));--> statement-breakpoint
ALTER POLICY "request" ON "files" TO guichet_app USING (exists (select from requests where requests.id = files.request_id and (files.expires_at is null or requests.status = 'draft')));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "streets" TO guichet_app;
