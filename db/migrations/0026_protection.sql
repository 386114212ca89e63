CREATE TABLE "passkey_challenges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"browser_hash" text NOT NULL,
	"challenge" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "passkey_challenges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"is_synced" boolean NOT NULL,
	"name" text NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passkeys_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pending_sign_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"browser_hash" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"is_proven" boolean NOT NULL,
	"suite" text NOT NULL,
	"amr" jsonb NOT NULL,
	"acr" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pending_sign_ins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recovery_codes_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "totp_authenticators" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"last_step" bigint,
	"confirmed_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "totp_authenticators" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_codes" ADD COLUMN "browser_hash" text;--> statement-breakpoint
ALTER TABLE "session_devices" ADD COLUMN "proven_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_sign_ins" ADD CONSTRAINT "pending_sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_authenticators" ADD CONSTRAINT "totp_authenticators_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_challenges_expiry_idx" ON "passkey_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_challenges_account_idx" ON "passkey_challenges" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "passkeys_account_idx" ON "passkeys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "pending_sign_ins_expiry_idx" ON "pending_sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "pending_sign_ins_account_idx" ON "pending_sign_ins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_account_idx" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "totp_authenticators_account_idx" ON "totp_authenticators" USING btree ("account_id") WHERE confirmed_at is not null;--> statement-breakpoint
CREATE INDEX "totp_authenticators_created_idx" ON "totp_authenticators" USING btree ("created_at") WHERE confirmed_at is null;--> statement-breakpoint
CREATE POLICY "system" ON "passkey_challenges" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "passkeys" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "passkeys" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "system" ON "pending_sign_ins" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "recovery_codes" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
CREATE POLICY "self" ON "totp_authenticators" AS PERMISSIVE FOR SELECT TO "guichet_app" USING (account_id = (select app_account_id()));--> statement-breakpoint
CREATE POLICY "system" ON "totp_authenticators" AS PERMISSIVE FOR ALL TO "guichet_app" USING ((select app_is_system()));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON totp_authenticators, passkeys, recovery_codes, passkey_challenges, pending_sign_ins TO guichet_app;
--> statement-breakpoint
GRANT UPDATE (proven_at) ON session_devices TO guichet_app;
--> statement-breakpoint
-- Proofs given again, and second steps refused, are kept as long as sign-ins are.
CREATE OR REPLACE FUNCTION is_spent_event(action text, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog
  RETURN action IN ('account.confirm', 'account.new-device', 'account.refuse-second-step', 'account.refuse-sign-in', 'account.sign-in', 'session.end', 'session.open')
    AND at < now() - interval '12 months';
