import { authorsLine } from "./authors.ts";
import { buildCitation } from "./build-citation.ts";
import { readPmcid } from "./pubmed-ids.ts";
import { type CitationReading, valuesOf } from "./reading.ts";
import { readTagged, type TaggedRecord } from "./tagged-records.ts";

/** What most libraries export: "TY  - JOUR" to "ER  -". A record without an end is taken, and told. */
export function readRis(text: string): CitationReading {
  const { records, notUnderstood } = readTagged(text, {
    field: /^([A-Z][A-Z0-9]) {0,2}-(?: (.*))?$/u,
    first: "TY",
    last: "ER",
  });
  const read = records.map(citationOf);
  return {
    citations: read.flatMap(({ citations }) => citations),
    notUnderstood: [...notUnderstood, ...read.flatMap((one) => one.notUnderstood)],
  };
}

function citationOf({ fields, line, isFinished }: TaggedRecord): CitationReading {
  const first = (...names: readonly string[]): string | undefined => valuesOf(fields, ...names)[0];
  const [from, to] = [first("SP"), first("EP")];
  const title = first("TI", "T1");
  const read = buildCitation(
    {
      authors: authorsLine(valuesOf(fields, "AU", "A1")),
      title,
      source: first("JO", "JF", "T2", "JA", "PB"),
      year: first("PY", "Y1", "DA"),
      volume: first("VL"),
      issue: first("IS"),
      pages: from && to && from !== to ? `${from}-${to}` : from,
      doi: first("DO"),
      pmid: pubmedNumber(valuesOf(fields, "DB", "DP"), first("AN")),
      pmcid: valuesOf(fields, "C2", "AN").find((id) => readPmcid(id) !== undefined),
      url: first("UR", "L2"),
    },
    line,
    title ?? "",
  );
  if (isFinished) return read;
  const unfinished = { line, text: title ?? "", fault: "unfinished" } as const;
  return { ...read, notUnderstood: [...read.notUnderstood, unfinished] };
}

/** An accession number is PubMed's only where the record says that it comes from there. */
const pubmedNumber = (from: readonly string[], number: string | undefined): string | undefined =>
  from.some((name) => /pubmed|medline|nlm/iu.test(name)) && number !== undefined && /^\d+$/u.test(number)
    ? number
    : undefined;
