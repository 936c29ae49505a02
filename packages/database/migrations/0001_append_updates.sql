-- The append of SY-2, SY-11, SY-20: one call, one transaction, one outcome a document. A function and not one statement,
-- because the clocks must be read after the locks: a single statement sees what stood before it waited.
-- Generic plans: planning five statements again costs more than running them.
CREATE FUNCTION append_updates(
	g_document text[], g_epoch integer[], g_authority integer[], g_first boolean[],
	c_document text[], c_client bigint[], c_person text[], c_from bigint[], c_to bigint[],
	r_document text[], r_ordinal integer[], r_seat text[], r_person text[], r_clocks text[],
	r_sealed bytea[], r_digest bytea[], r_at timestamptz[],
	OUT outcomes text[], OUT firsts bigint[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
	good text[];
BEGIN
	-- In id order: arrival order deadlocks.
	PERFORM 1 FROM document d WHERE d.id = ANY (g_document) ORDER BY d.id FOR UPDATE;

	WITH conflicting AS (
		SELECT DISTINCT c.document
		FROM unnest(c_document, c_client, c_person, c_from) AS c (document, client, person, start)
		LEFT JOIN client_clock k ON k.document_id = c.document AND k.client = c.client
		WHERE coalesce(k.next, 0) <> c.start OR coalesce(k.person_id, c.person) <> c.person
	), judged AS (
		-- A document that is not open takes nothing in any epoch, whatever a process believes of the rights in it.
		SELECT g.document, g.place, d.sequence + 1 AS first, CASE
			WHEN d.id IS NULL THEN 'failed'
			WHEN d.epoch <> g.epoch OR d.state <> 'open' THEN 'late'
			WHEN d.authority <> g.authority THEN 'authority'
			WHEN x.document IS NOT NULL OR (g.first AND d.sequence > 0) THEN 'conflict'
			ELSE 'ok' END AS outcome
		FROM unnest(g_document, g_epoch, g_authority, g_first) WITH ORDINALITY
			AS g (document, epoch, authority, first, place)
		LEFT JOIN document d ON d.id = g.document
		LEFT JOIN conflicting x ON x.document = g.document
	)
	SELECT array_agg(outcome ORDER BY place), array_agg(first ORDER BY place),
		array_agg(document) FILTER (WHERE outcome = 'ok')
	INTO outcomes, firsts, good FROM judged;

	IF good IS NULL THEN RETURN; END IF;

	WITH added AS (
		SELECT r.document, count(*) AS count FROM unnest(r_document) AS r (document)
		WHERE r.document = ANY (good) GROUP BY 1
	), moved AS (
		UPDATE document d SET sequence = d.sequence + added.count FROM added WHERE d.id = added.document
		RETURNING d.id, d.organisation_id, d.case_id, d.epoch, d.sequence - added.count AS base
	), clocks AS (
		INSERT INTO client_clock (document_id, client, organisation_id, case_id, person_id, next)
		SELECT c.document, c.client, m.organisation_id, m.case_id, c.person, c.finish
		FROM unnest(c_document, c_client, c_person, c_to) AS c (document, client, person, finish)
		JOIN moved m ON m.id = c.document
		ON CONFLICT (document_id, client) DO UPDATE SET next = excluded.next
	)
	INSERT INTO update_log
		(document_id, sequence, organisation_id, case_id, seat_id, person_id, epoch, clocks, sealed, digest, at)
	SELECT r.document, m.base + r.ordinal, m.organisation_id, m.case_id, r.seat, r.person, m.epoch,
		r.clocks::bigint[], r.sealed, r.digest, r.at
	FROM unnest(r_document, r_ordinal, r_seat, r_person, r_clocks, r_sealed, r_digest, r_at)
		AS r (document, ordinal, seat, person, clocks, sealed, digest, at)
	JOIN moved m ON m.id = r.document;
END $$;
