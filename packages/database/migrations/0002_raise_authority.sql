-- SY-20: called in the transaction of every command that changes who may do what in a case. What was admitted under the
-- older authority is not committed after it. The case's row comes first: whoever makes a document at that moment waits for
-- it, and gives the document the new number.
CREATE FUNCTION raise_authority(of_case text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
	raised integer;
BEGIN
	UPDATE clinical_case SET authority = authority + 1 WHERE id = of_case RETURNING authority INTO raised;
	IF raised IS NULL THEN RAISE EXCEPTION 'no case %', of_case; END IF;
	-- In id order, as the append takes them.
	PERFORM 1 FROM document WHERE case_id = of_case ORDER BY id FOR UPDATE;
	UPDATE document SET authority = raised WHERE case_id = of_case;
	RETURN raised;
END $$;
--> statement-breakpoint
-- A document's row is made when it is opened or by a command, never by the append.
CREATE FUNCTION ensure_document(of_case text, with_name text, of_kind text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	PERFORM 1 FROM document WHERE case_id = of_case AND name = with_name;
	IF FOUND THEN RETURN; END IF;
	INSERT INTO document (id, organisation_id, case_id, name, kind, authority)
	SELECT c.id || '/' || with_name, c.organisation_id, c.id, with_name, of_kind, c.authority
	FROM clinical_case c WHERE c.id = of_case FOR SHARE
	ON CONFLICT DO NOTHING;
END $$;
