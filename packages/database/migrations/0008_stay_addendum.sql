-- An addendum stays as it was signed.
CREATE TRIGGER signed_addendum_stays BEFORE UPDATE ON addendum
	FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER addendum_stays BEFORE DELETE OR TRUNCATE ON addendum
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What the patient said is said once.
CREATE TRIGGER feedback_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON feedback
	FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
