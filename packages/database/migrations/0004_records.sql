CREATE TABLE "delivered_file" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"bytes" bigint NOT NULL,
	"arrived_at" timestamp with time zone,
	"sealed_path" "bytea" NOT NULL,
	"sealed_key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"expected" integer,
	"read" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"not_read" integer DEFAULT 0 NOT NULL,
	"sealed_reading" "bytea",
	"sealed_taken" "bytea"
);
--> statement-breakpoint
CREATE TABLE "image_series" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"record_id" text NOT NULL,
	"mark" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stored_file" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"delivery_id" text,
	"record_id" text,
	"seat_id" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"kept_at" timestamp with time zone,
	"bytes" bigint,
	"mark" "bytea",
	"sealed" "bytea"
);
--> statement-breakpoint
ALTER TABLE "record" ADD COLUMN "replaced_by" text;--> statement-breakpoint
ALTER TABLE "delivered_file" ADD CONSTRAINT "delivered_file_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivered_file" ADD CONSTRAINT "delivered_file_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image_series" ADD CONSTRAINT "image_series_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "image_series" ADD CONSTRAINT "image_series_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_record_id_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."record"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivered_file_delivery" ON "delivered_file" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "delivery_case" ON "delivery" USING btree ("case_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "image_series_mark" ON "image_series" USING btree ("record_id","mark");--> statement-breakpoint
CREATE UNIQUE INDEX "stored_file_mark" ON "stored_file" USING btree ("case_id","mark") WHERE kept_at is not null;--> statement-breakpoint
CREATE INDEX "stored_file_delivery" ON "stored_file" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "stored_file_record" ON "stored_file" USING btree ("record_id");