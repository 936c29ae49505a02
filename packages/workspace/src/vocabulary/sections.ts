import type { DocumentKind } from "@consilium/clinical";

/** The sections of each kind of document, in the order in which they are read (documents.md, section 3). */
export const sections = {
  story: ["decision", "goals", "history", "daily", "hear"],
  "story.prior": ["told"],
  referral: ["summary", "ask"],
  "referral.prior": ["plan"],
  opinion: [
    "question",
    "records",
    "summary",
    "findings",
    "assessment",
    "answers",
    "options",
    "recommendations",
    "redflags",
    "limitations",
    "plain",
    "followup",
  ],
  workpad: ["notes"],
  addendum: ["text"],
  conference: ["agenda", "notes"],
  layer: [],
} as const satisfies Record<DocumentKind, readonly string[]>;

export type SectionOf<Kind extends DocumentKind> = (typeof sections)[Kind][number];
export type Section = SectionOf<DocumentKind>;

export const sectionsOf = <Kind extends DocumentKind>(kind: Kind): readonly SectionOf<Kind>[] =>
  sections[kind];

/** The name of a section's root, an XmlFragment. */
export const sectionRoot = <Name extends Section>(section: Name): `s.${Name}` => `s.${section}`;
