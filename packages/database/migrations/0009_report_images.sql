CREATE TABLE "report_image" (
	"report_id" text NOT NULL,
	"image" text NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"sealed_image" "bytea" NOT NULL,
	CONSTRAINT "report_image_report_id_image_pk" PRIMARY KEY("report_id","image")
);
--> statement-breakpoint
CREATE TABLE "sealed_pdf" (
	"file_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"case_id" text NOT NULL,
	"report_id" text NOT NULL,
	"form" text NOT NULL,
	"bytes" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sealed_pdf_form" UNIQUE("report_id","form")
);
--> statement-breakpoint
ALTER TABLE "report_image" ADD CONSTRAINT "report_image_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_image" ADD CONSTRAINT "report_image_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_pdf" ADD CONSTRAINT "sealed_pdf_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_pdf" ADD CONSTRAINT "sealed_pdf_organisation_id_case_id_clinical_case_organisation_id_id_fk" FOREIGN KEY ("organisation_id","case_id") REFERENCES "public"."clinical_case"("organisation_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What a signed report shows stays as it was signed.
CREATE TRIGGER report_image_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "report_image"
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
