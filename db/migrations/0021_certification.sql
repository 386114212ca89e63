CREATE TABLE "certified_identities" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"pivot" jsonb NOT NULL,
	"acr" text NOT NULL,
	"certified_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certified_identities_issuer_subject_unique" UNIQUE("issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "certified_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"suite" text NOT NULL,
	"landing" text,
	"state_hash" text NOT NULL,
	"browser_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"person" text,
	"code_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identifications_stateHash_unique" UNIQUE("state_hash")
);
--> statement-breakpoint
ALTER TABLE "identifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ALTER COLUMN "birthdate" SET DATA TYPE text USING to_char("birthdate", 'YYYY-MM-DD');--> statement-breakpoint
ALTER TABLE "certified_identities" ADD CONSTRAINT "certified_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifications" ADD CONSTRAINT "identifications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identifications" ADD CONSTRAINT "identifications_code_id_account_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."account_codes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identifications_code_idx" ON "identifications" USING btree ("code_id");--> statement-breakpoint
CREATE INDEX "identifications_account_idx" ON "identifications" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "identifications_expiry_idx" ON "identifications" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "self" ON "certified_identities" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "certified_identities" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "identifications" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));