import { authorsLine } from "./authors.ts";
import { type BibtexEntry, bibtexEntries } from "./bibtex-entries.ts";
import { buildCitation } from "./build-citation.ts";
import { withoutLatex } from "./latex-letters.ts";
import type { CitationReading } from "./reading.ts";

/** What BibTeX and its followers keep. Accents are read; formulas are left as they stand. */
export function readBibtex(text: string): CitationReading {
  const { entries, notUnderstood } = bibtexEntries(text);
  const read = entries.map(citationOf);
  return {
    citations: read.flatMap(({ citations }) => citations),
    notUnderstood: [...notUnderstood, ...read.flatMap((one) => one.notUnderstood)],
  };
}

function citationOf({ key, fields, line }: BibtexEntry): CitationReading {
  const first = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => fields.get(name)).find((value) => value !== undefined);
    return found && withoutLatex(found);
  };
  return buildCitation(
    {
      authors: authorsLine(namesOf(fields.get("author") ?? fields.get("editor") ?? "")),
      title: first("title"),
      source: first("journal", "journaltitle", "booktitle", "howpublished", "institution", "publisher"),
      year: first("year", "date"),
      volume: first("volume"),
      issue: first("number", "issue"),
      pages: first("pages"),
      doi: first("doi"),
      pmid: first("pmid"),
      pmcid: first("pmcid", "pmc"),
      url: first("url"),
    },
    line,
    key,
  );
}

/** "Family, Given and {A Body} and Given Family". */
const namesOf = (authors: string): readonly string[] =>
  authors
    .split(/\s+and\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "others")
    .map((name) => {
      const plain = withoutLatex(name);
      if (/^\{[\s\S]*\}$/u.test(name) || plain.includes(",")) return plain.replaceAll(/^\{|\}$/gu, "");
      const words = plain.split(/\s+/u);
      return words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(" ")}` : plain;
    });
