-- What was signed stays as it was signed. That it no longer stands may be said of it; nothing else of it changes.
CREATE TRIGGER report_stays BEFORE DELETE OR TRUNCATE ON report
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER signed_text_stays BEFORE UPDATE OF id, case_id, document_id, n, digest, seat_id, person_id, signed_at, replaces_id, sealed_report ON report
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
