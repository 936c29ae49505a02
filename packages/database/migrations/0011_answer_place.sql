CREATE TABLE "answer_place" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"request_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"last_opened_at" timestamp with time zone,
	"files" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"last_reminder" text,
	CONSTRAINT "answer_place_request_id_unique" UNIQUE("request_id"),
	CONSTRAINT "answer_place_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "record" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "answer_place" ADD CONSTRAINT "answer_place_request_id_record_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."record_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_place" ADD CONSTRAINT "answer_place_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_place" ADD CONSTRAINT "answer_place_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_place_case" ON "answer_place" USING btree ("case_id");--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_request_id_record_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."record_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record" ADD CONSTRAINT "record_request_id_record_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."record_request"("id") ON DELETE no action ON UPDATE no action;