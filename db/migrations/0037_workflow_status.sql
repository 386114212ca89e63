ALTER TABLE "deliveries" ADD COLUMN "action" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "status_id" text;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "flow" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "priority" text DEFAULT 'normal' NOT NULL;