-- Who signed in, from what and when is kept a year (CNIL, délibération 2021-122), the rest of the log as long as its subject.
CREATE FUNCTION is_spent_event(action text, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog
  RETURN action IN ('account.new-device', 'account.refuse-sign-in', 'account.sign-in', 'session.end', 'session.open')
    AND at < now() - interval '12 months';
--> statement-breakpoint
DROP TRIGGER events_append_only ON events;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER events_kept BEFORE DELETE ON events FOR EACH ROW
  WHEN (NOT is_spent_event(OLD.action, OLD.at)) EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TABLE "account_devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"browser" text NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_devices_browser_unique" UNIQUE("browser")
);
--> statement-breakpoint
ALTER TABLE "account_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_devices" (
	"uid" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"name" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_codes" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "account_devices" ADD CONSTRAINT "account_devices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_devices_account_idx" ON "account_devices" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_devices_seen_idx" ON "account_devices" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "session_devices_account_idx" ON "session_devices" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "account_codes" ADD CONSTRAINT "account_codes_device_id_account_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."account_devices"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "keeper" ON "events" AS PERMISSIVE FOR DELETE TO "guichet_app" USING ((select app_is_system()) and is_spent_event(action, at));--> statement-breakpoint
CREATE POLICY "self" ON "account_devices" AS PERMISSIVE FOR ALL TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "account_devices" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "session_devices" AS PERMISSIVE FOR ALL TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "session_devices" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
GRANT DELETE ON events TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON account_devices TO guichet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON session_devices TO guichet_app;
