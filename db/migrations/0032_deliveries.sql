ALTER TABLE "logout_deliveries" ALTER COLUMN "state" DROP DEFAULT;--> statement-breakpoint
DROP POLICY "account" ON "logout_deliveries" CASCADE;