ALTER TABLE "delivery" ADD COLUMN "sealed_source" "bytea";--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "problem" text;