CREATE TABLE "organisation_content" (
	"organisation_id" text NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_content_organisation_id_kind_id_version_pk" PRIMARY KEY("organisation_id","kind","id","version")
);
--> statement-breakpoint
ALTER TABLE "organisation_content" ADD CONSTRAINT "organisation_content_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_content" ADD CONSTRAINT "organisation_content_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Whoever began with an older version can be told what it said.
CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON organisation_content
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
