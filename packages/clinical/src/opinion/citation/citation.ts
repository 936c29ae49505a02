/** A source as the opinion keeps it. Every field is one line; empty ones are left out. */
export interface Citation {
  /** By Vancouver: "Weinstein JN, Tosteson TD, et al", or the body that issued it. */
  readonly authors?: string;
  readonly title?: string;
  /** The journal, or where else it was published. */
  readonly source?: string;
  readonly year?: number;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  /** In the form of `readDoi`. */
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly url?: string;
  /** Undefined: an article. */
  readonly publication?: "article" | "guideline";
  /** It was taken back by its journal. */
  readonly retracted?: true;
}

/** What is longer than a line of the opinion takes. */
export const longestLine = 1000;

export const lineOf = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1).trimEnd()}…` : line;
};
