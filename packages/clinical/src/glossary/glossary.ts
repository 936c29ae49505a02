/** Words that patients may not know, each explained in a sentence or two of everyday words. Versioned content, in one language. */
export interface Glossary {
  readonly id: string;
  readonly version: number;
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  readonly terms: readonly GlossaryTerm[];
}

export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  /** Other forms of the word, and other words for the same. */
  readonly also: readonly string[];
  readonly plain: string;
}
