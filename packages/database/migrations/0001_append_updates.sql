-- The append of SY-2, SY-11, SY-20: one call, one transaction, one outcome a document. A function and not one statement,
-- because the clocks must be read after the locks: a single statement sees what stood before it waited.
-- Generic plans: planning five statements again costs more than running them.
-- The sealed bytes of all rows come as one value, each row's length beside it, and the digests as another, 32 bytes each:
-- as elements of an array every byte would be written and read as text.
CREATE FUNCTION append_updates(
	g_document text[], g_epoch integer[], g_authority integer[], g_first boolean[], g_rows integer[],
	c_document text[], c_client bigint[], c_person text[], c_from bigint[], c_to bigint[],
	r_group integer[], r_ordinal integer[], r_seat text[], r_person text[], r_clocks text[],
	r_start integer[], r_length integer[], r_at double precision[], sealed_rows bytea, digests bytea,
	OUT outcomes text[], OUT firsts bigint[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
	good bigint[];
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
		SELECT g.place, d.sequence + 1 AS first, CASE
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
		array_agg(place) FILTER (WHERE outcome = 'ok')
	INTO outcomes, firsts, good FROM judged;

	IF good IS NULL THEN RETURN; END IF;

	WITH moved AS (
		UPDATE document d SET sequence = d.sequence + g.rows
		FROM unnest(g_document, g_rows) WITH ORDINALITY AS g (document, rows, place)
		WHERE d.id = g.document AND g.place = ANY (good)
		RETURNING g.place, d.id, d.organisation_id, d.case_id, d.epoch, d.sequence - g.rows AS base
	), clocks AS (
		INSERT INTO client_clock (document_id, client, organisation_id, case_id, person_id, next)
		SELECT c.document, c.client, m.organisation_id, m.case_id, c.person, c.finish
		FROM unnest(c_document, c_client, c_person, c_to) AS c (document, client, person, finish)
		JOIN moved m ON m.id = c.document
		ON CONFLICT (document_id, client) DO UPDATE SET next = excluded.next
	)
	INSERT INTO update_log
		(document_id, sequence, organisation_id, case_id, seat_id, person_id, epoch, clocks, sealed, digest, at)
	SELECT m.id, m.base + r.ordinal, m.organisation_id, m.case_id, r.seat, r.person, m.epoch, r.clocks::bigint[],
		substring(sealed_rows FROM r.start FOR r.length), substring(digests FROM 32 * r.place::integer - 31 FOR 32),
		to_timestamp(r.at / 1000)
	FROM unnest(r_group, r_ordinal, r_seat, r_person, r_clocks, r_start, r_length, r_at) WITH ORDINALITY
		AS r (in_group, ordinal, seat, person, clocks, start, length, at, place)
	JOIN moved m ON m.place = r.in_group;
END $$;
--> statement-breakpoint
-- The way of a lone key: one row of one document, by a client id that goes on, or by none (a deletion). The same
-- comparisons as above, made by the updates themselves: one that waited for a lock compares what it finds behind it. Says
-- the row's sequence; NULL where it changed nothing, and append_updates says why.
CREATE FUNCTION append_update(
	of_document text, of_epoch integer, of_authority integer, by_client bigint, clock_from bigint, clock_to bigint,
	by_seat text, by_person text, sealed_row bytea, row_digest bytea, written_at double precision
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	place record;
BEGIN
	UPDATE document d SET sequence = d.sequence + 1
	WHERE d.id = of_document AND d.epoch = of_epoch AND d.authority = of_authority AND d.state = 'open'
	RETURNING d.sequence, d.organisation_id, d.case_id INTO place;
	IF NOT FOUND THEN RETURN NULL; END IF;

	IF by_client IS NOT NULL THEN
		UPDATE client_clock k SET next = clock_to
		WHERE k.document_id = of_document AND k.client = by_client AND k.next = clock_from AND k.person_id = by_person;
		IF NOT FOUND THEN
			UPDATE document d SET sequence = d.sequence - 1 WHERE d.id = of_document;
			RETURN NULL;
		END IF;
	END IF;

	INSERT INTO update_log
		(document_id, sequence, organisation_id, case_id, seat_id, person_id, epoch, clocks, sealed, digest, at)
	VALUES (of_document, place.sequence, place.organisation_id, place.case_id, by_seat, by_person, of_epoch,
		CASE WHEN by_client IS NULL THEN '{}' ELSE ARRAY[by_client, clock_from, clock_to] END,
		sealed_row, row_digest, to_timestamp(written_at / 1000));
	RETURN place.sequence;
END $$;
