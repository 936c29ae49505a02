import type { FieldOf, ItemField, ItemKind, Section } from "@consilium/workspace";

/** Kinds that stand in an opinion. */
export type OpinionItemKind = Exclude<ItemKind, "question" | "decision" | "answer">;

/** Fields that have a name on screen. */
export type ShownField = Exclude<ItemField, "evidence" | "question" | "textForBlind">;

/** Rich fields that stand below an item's first line. */
export type FurtherText =
  | "for"
  | "against"
  | "discriminates"
  | "text"
  | "changes"
  | "reason"
  | "action"
  | "cannot";

/** How a scalar field is asked for. `choice` offers its values and keeps any other that stands there. */
export type FieldLook = "words" | "choice" | "person" | "day" | "year" | "flag" | "citations";

interface ScalarForm<Kind extends ItemKind> {
  readonly field: FieldOf<Kind> & ShownField;
  readonly look: FieldLook;
  /** Without it something is missing: shown also while empty. */
  readonly isNeeded?: boolean;
}

interface ItemForm<Kind extends ItemKind> {
  /** The words that the item is about: the first line. */
  readonly main: { readonly field: FieldOf<Kind> & ShownField; readonly look: "rich" | "words" };
  readonly facts: readonly ScalarForm<Kind>[];
  /** Further texts, with their names before them. */
  readonly texts: readonly (FieldOf<Kind> & FurtherText)[];
}

/** What is asked of each kind of item, in the order in which it is read. */
export const itemForms: { readonly [Kind in OpinionItemKind]: ItemForm<Kind> } = {
  finding: {
    main: { field: "text", look: "rich" },
    facts: [
      { field: "modality", look: "words", isNeeded: true },
      { field: "site", look: "words", isNeeded: true },
      { field: "first", look: "words", isNeeded: true },
      { field: "difference", look: "choice", isNeeded: true },
      { field: "consequence", look: "words" },
    ],
    texts: [],
  },
  differential: {
    main: { field: "name", look: "words" },
    facts: [{ field: "confidence", look: "choice", isNeeded: true }],
    texts: ["for", "against", "discriminates"],
  },
  option: {
    main: { field: "name", look: "words" },
    facts: [
      { field: "label", look: "words" },
      { field: "preferred", look: "flag", isNeeded: true },
    ],
    texts: ["text"],
  },
  recommendation: {
    main: { field: "action", look: "rich" },
    facts: [
      { field: "owner", look: "person", isNeeded: true },
      { field: "urgency", look: "choice", isNeeded: true },
      { field: "due", look: "day", isNeeded: true },
      { field: "strength", look: "choice", isNeeded: true },
      { field: "certainty", look: "choice", isNeeded: true },
      { field: "citations", look: "citations", isNeeded: true },
    ],
    texts: ["changes", "reason"],
  },
  citation: {
    main: { field: "title", look: "words" },
    facts: [
      { field: "authors", look: "words", isNeeded: true },
      { field: "source", look: "words", isNeeded: true },
      { field: "year", look: "year", isNeeded: true },
      { field: "volume", look: "words" },
      { field: "issue", look: "words" },
      { field: "pages", look: "words" },
      { field: "publication", look: "choice" },
      { field: "doi", look: "words", isNeeded: true },
      { field: "pmid", look: "words", isNeeded: true },
      { field: "pmcid", look: "words" },
      { field: "url", look: "words" },
      { field: "retracted", look: "flag" },
    ],
    texts: [],
  },
  "red-flag": {
    main: { field: "symptom", look: "words" },
    facts: [{ field: "when", look: "words", isNeeded: true }],
    texts: ["action"],
  },
};

/** Below which section of the opinion each kind stands; answers stand below their questions. */
export const kindsOfSection: Partial<Record<Section, readonly OpinionItemKind[]>> = {
  findings: ["finding"],
  assessment: ["differential"],
  options: ["option"],
  recommendations: ["recommendation", "citation"],
  redflags: ["red-flag"],
};

/** What a choice offers; documents may hold other words, which stay. */
export const choices = {
  difference: ["agrees", "minor", "major"],
  strength: ["strong", "conditional"],
  certainty: ["high", "moderate", "low", "very low"],
  confidence: ["high", "moderate", "low", "very low"],
  urgency: ["now", "soon", "routine"],
  publication: ["article", "guideline"],
} as const;

export type ChoiceField = keyof typeof choices;
export const isChoiceField = (field: string): field is ChoiceField => field in choices;
