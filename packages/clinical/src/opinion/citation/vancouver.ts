import type { Citation } from "./citation.ts";

/** One line in Vancouver's form. What is missing is left out. */
export function vancouver(citation: Citation): string {
  const { authors, title, source, url, doi, pmid, pmcid } = citation;
  const parts = [
    authors,
    title,
    [source, issueOf(citation)].filter(Boolean).join(". "),
    doi && `doi:${doi}`,
    pmid && `PMID: ${pmid}`,
    pmcid && `PMCID: ${pmcid}`,
    !doi && !pmid && !pmcid && url,
  ];
  return parts
    .flatMap((part) => (part ? [part] : []))
    .map(ended)
    .join(" ");
}

/** "2008;358(8):794-810" */
function issueOf({ year, volume, issue, pages }: Citation): string {
  const where = [volume ?? "", issue ? `(${issue})` : "", pages ? `:${pages}` : ""].join("");
  return [year === undefined ? "" : String(year), where].filter(Boolean).join(";");
}

const ended = (part: string): string => (/[.?!]$/u.test(part) ? part : `${part}.`);
