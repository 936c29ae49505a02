import { authorsLine } from "./authors.ts";
import { buildCitation } from "./build-citation.ts";
import { type CitationReading, valuesOf } from "./reading.ts";
import { readTagged, type TaggedRecord } from "./tagged-records.ts";

/** What PubMed saves: "PMID- 27074067", a field a line, further lines of it indented. */
export function readNbib(text: string): CitationReading {
  const { records, notUnderstood } = readTagged(text, { field: /^([A-Z]{2,4}) *- (.*)$/u, first: "PMID" });
  const read = records.map(citationOf);
  return {
    citations: read.flatMap(({ citations }) => citations),
    notUnderstood: [...notUnderstood, ...read.flatMap((one) => one.notUnderstood)],
  };
}

function citationOf({ fields, line }: TaggedRecord): CitationReading {
  const first = (...names: readonly string[]): string | undefined => valuesOf(fields, ...names)[0];
  const doi = valuesOf(fields, "LID", "AID").find((id) => id.endsWith("[doi]"));
  const types = valuesOf(fields, "PT");
  return buildCitation(
    {
      authors: authorsLine([
        ...(first("AU") ? valuesOf(fields, "AU") : valuesOf(fields, "FAU")),
        ...valuesOf(fields, "CN"),
      ]),
      title: first("TI", "BTI"),
      source: first("TA", "JT"),
      year: first("DP"),
      volume: first("VI"),
      issue: first("IP"),
      pages: first("PG"),
      doi: doi?.replace(/\s*\[doi\]$/u, ""),
      pmid: first("PMID"),
      pmcid: first("PMC"),
      isGuideline: types.some((type) => /guideline/iu.test(type)),
      isRetracted: types.includes("Retracted Publication"),
    },
    line,
    fields[0]?.text ?? "",
  );
}
