/** Text that a section of an opinion can begin with, by specialty: versioned content in one language. */
export interface OpinionTemplate {
  readonly id: string;
  readonly version: number;
  readonly specialty: string;
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  /** Light Markdown by section; what is to be filled in stands as `placeholder`. */
  readonly sections: Readonly<Partial<Record<TemplatedSection, string | undefined>>>;
}

/**
 * The bottom line, the answers and the plain summary are not among them: nobody may sign words there that nobody chose.
 */
export const templatedSections = [
  "records",
  "summary",
  "findings",
  "assessment",
  "options",
  "redflags",
  "limitations",
  "followup",
] as const;
export type TemplatedSection = (typeof templatedSections)[number];

/** A place to be filled in. Nobody means it otherwise: typed dots are three letters. */
export const placeholder = "[…]";
