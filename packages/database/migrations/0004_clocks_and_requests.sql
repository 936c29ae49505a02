ALTER TABLE "clock" ALTER COLUMN "started_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clock" ALTER COLUMN "due_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clock" ADD COLUMN "zone" text NOT NULL;--> statement-breakpoint
ALTER TABLE "record_request" ADD COLUMN "required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "colour" integer NOT NULL;