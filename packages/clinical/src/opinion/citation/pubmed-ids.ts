/** The number of an article in PubMed, up to eight digits, alone or in an address of PubMed; undefined for anything else. */
export const readPmid = (text: string): string | undefined =>
  /^(?:pmid:?\s*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?([1-9]\d{0,7})\/?$/iu.exec(
    text.trim(),
  )?.[1];

/** The number of a free text in PubMed Central, "PMC4851230", without its version; undefined for anything else. */
export function readPmcid(text: string): string | undefined {
  const [, digits] =
    /^(?:pmcid:?\s*|https?:\/\/(?:www\.ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/)?PMC([1-9]\d{0,8})(?:\.\d+)?\/?$/iu.exec(
      text.trim(),
    ) ?? [];
  return digits && `PMC${digits}`;
}
