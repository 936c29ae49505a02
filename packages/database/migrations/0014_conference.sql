CREATE TABLE "conference" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"called_by" text NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'scheduled' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"begun_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"notes_shared_at" timestamp with time zone,
	"revision" integer DEFAULT 0 NOT NULL,
	"presented" text,
	"holder" text,
	"holder_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "conference_attendance" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"conference_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "conference_guest" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"conference_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"kind" text NOT NULL,
	"invited_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"token_hash" "bytea",
	"device_hash" "bytea",
	"opened_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"is_in" boolean DEFAULT false NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "conference_guest_seat_id_unique" UNIQUE("seat_id"),
	CONSTRAINT "conference_guest_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "conference_guest_device_hash_unique" UNIQUE("device_hash")
);
--> statement-breakpoint
CREATE TABLE "conference_invitation" (
	"conference_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"seat_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "conference_invitation_conference_id_seat_id_pk" PRIMARY KEY("conference_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "conference_statistics" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"conference_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "conference" ADD CONSTRAINT "conference_called_by_seat_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference" ADD CONSTRAINT "conference_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_attendance" ADD CONSTRAINT "conference_attendance_conference_id_conference_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_attendance" ADD CONSTRAINT "conference_attendance_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_attendance" ADD CONSTRAINT "conference_attendance_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_guest" ADD CONSTRAINT "conference_guest_conference_id_conference_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_guest" ADD CONSTRAINT "conference_guest_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_guest" ADD CONSTRAINT "conference_guest_invited_by_seat_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_guest" ADD CONSTRAINT "conference_guest_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_invitation" ADD CONSTRAINT "conference_invitation_conference_id_conference_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_invitation" ADD CONSTRAINT "conference_invitation_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_invitation" ADD CONSTRAINT "conference_invitation_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_statistics" ADD CONSTRAINT "conference_statistics_conference_id_conference_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_statistics" ADD CONSTRAINT "conference_statistics_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conference_case" ON "conference" USING btree ("case_id","starts_at");--> statement-breakpoint
CREATE INDEX "conference_attendance_conference" ON "conference_attendance" USING btree ("conference_id");--> statement-breakpoint
CREATE INDEX "conference_guest_conference" ON "conference_guest" USING btree ("conference_id");