CREATE TABLE "children" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"parent_ids" uuid[] NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birthdate" text NOT NULL,
	"birthplace" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "children" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "parent_invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"child_id" uuid NOT NULL,
	"child_name" text NOT NULL,
	"inviter_id" uuid NOT NULL,
	"inviter_name" text NOT NULL,
	"invitee_email" text NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "parent_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"asked_by" text NOT NULL,
	"inviter_id" uuid NOT NULL,
	"inviter_name" text NOT NULL,
	"invitee_email" text,
	"invitee_id" uuid,
	"invitee_name" text,
	"person_id" uuid GENERATED ALWAYS AS (case asked_by when 'person' then inviter_id else invitee_id end) STORED,
	"helper_id" uuid GENERATED ALWAYS AS (case asked_by when 'helper' then inviter_id else invitee_id end) STORED,
	"kind" text NOT NULL,
	"structure" text,
	"client_ids" text[] NOT NULL,
	"organisation_ids" uuid[] DEFAULT '{}' NOT NULL,
	"duration" text NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ending" text,
	CONSTRAINT "mandates_two_people" CHECK (inviter_id <> invitee_id),
	CONSTRAINT "mandates_accepted" CHECK (status <> 'active' or (invitee_id is not null and accepted_at is not null
        and ends_at <= accepted_at + interval '366 days')),
	CONSTRAINT "mandates_services" CHECK (cardinality(client_ids) > 0)
);
--> statement-breakpoint
ALTER TABLE "mandates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portal_sessions" ADD COLUMN "helper" jsonb;--> statement-breakpoint
ALTER TABLE "data_accesses" ADD COLUMN "mandate_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "acting_for" uuid;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "helper_name" text;--> statement-breakpoint
ALTER TABLE "parent_invitations" ADD CONSTRAINT "parent_invitations_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parent_invitations" ADD CONSTRAINT "parent_invitations_inviter_id_accounts_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_inviter_id_accounts_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_invitee_id_accounts_id_fk" FOREIGN KEY ("invitee_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "children_parents_idx" ON "children" USING gin ("parent_ids");--> statement-breakpoint
CREATE INDEX "parent_invitations_child_idx" ON "parent_invitations" USING btree ("child_id");--> statement-breakpoint
CREATE INDEX "parent_invitations_invitee_idx" ON "parent_invitations" USING btree ("invitee_email");--> statement-breakpoint
CREATE INDEX "parent_invitations_expiry_idx" ON "parent_invitations" USING btree ("answer_by");--> statement-breakpoint
CREATE INDEX "mandates_person_idx" ON "mandates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mandates_helper_idx" ON "mandates" USING btree ("helper_id");--> statement-breakpoint
CREATE INDEX "mandates_invitee_idx" ON "mandates" USING btree ("invitee_email") WHERE status = 'asked';--> statement-breakpoint
CREATE INDEX "mandates_end_idx" ON "mandates" USING btree ("ends_at") WHERE status = 'active';--> statement-breakpoint
CREATE POLICY "parent" ON "children" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_account_id()) = any(parent_ids));--> statement-breakpoint
CREATE POLICY "system" ON "children" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "parent" ON "parent_invitations" AS PERMISSIVE FOR ALL TO "guichet_app" USING (exists (select from children where children.id = child_id)) WITH CHECK (inviter_id = (select app_account_id())
        and exists (select from children where children.id = child_id));--> statement-breakpoint
CREATE POLICY "invitee" ON "parent_invitations" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id())));--> statement-breakpoint
CREATE POLICY "invitee_refuses" ON "parent_invitations" AS PERMISSIVE FOR DELETE TO "guichet_app" USING (invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id())));--> statement-breakpoint
CREATE POLICY "system" ON "parent_invitations" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "reader" ON "mandates" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (inviter_id = (select app_account_id()) or invitee_id = (select app_account_id()) or (status = 'asked'
  and invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id()))));--> statement-breakpoint
CREATE POLICY "asker" ON "mandates" AS PERMISSIVE FOR INSERT TO "guichet_app" WITH CHECK (inviter_id = (select app_account_id()) and status = 'asked' and invitee_id is null);--> statement-breakpoint
CREATE POLICY "party" ON "mandates" AS PERMISSIVE FOR UPDATE TO "guichet_app" USING (inviter_id = (select app_account_id()) or invitee_id = (select app_account_id()) or (status = 'asked'
  and invitee_email = (select accounts.email from accounts where accounts.id = (select app_account_id())))) WITH CHECK (invitee_id = (select app_account_id())
        or (inviter_id = (select app_account_id()) and status in ('asked', 'ended')));--> statement-breakpoint
CREATE POLICY "system" ON "mandates" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
ALTER POLICY "author" ON "events" TO guichet_app WITH CHECK ((actor_kind, actor_id) = (select app_author_kind(), app_author_id())
        and acting_for is not distinct from (select app_acting_for()));--> statement-breakpoint
ALTER POLICY "resident" ON "requests" TO guichet_app USING (resident_id = (select app_resident_id())
        and ((select app_mandate_unit_ids()) is null or unit_id = any((select app_mandate_unit_ids())::uuid[])));