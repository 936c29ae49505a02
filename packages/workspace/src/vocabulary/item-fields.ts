import { isUlid } from "@consilium/foundation";
import { type Accepts, blocks, type Rule, scalar } from "./rule.ts";
import { isCount, isDay, isIds, isOneOf, isText } from "./values.ts";

/** What a field of an item holds. `rich` is an XmlFragment; everything else is a scalar, and the last writer wins. */
export type FieldKind = "rich" | "line" | "paragraph" | "flag" | "count" | "day" | "id" | "ids" | Choice;
export interface Choice {
  readonly oneOf: readonly string[];
}

const oneOf = (...choices: readonly string[]): Choice => ({ oneOf: choices });

/**
 * The structured things of a document, and the fields of each (clinical.md). Every item has `kind` and `rank` besides. The
 * gate, the editor, the seed and the checklist read this table and nothing else.
 */
export const itemFields = {
  finding: {
    text: "rich",
    modality: "line",
    site: "line",
    /** What the first reading said. */
    first: "line",
    difference: oneOf("agrees", "minor", "major"),
    consequence: "line",
    /** Keys of `evidence`. */
    evidence: "ids",
  },
  differential: {
    name: "line",
    for: "rich",
    against: "rich",
    discriminates: "rich",
    confidence: "line",
    evidence: "ids",
  },
  answer: {
    /** The question's row. */
    question: "id",
    text: "rich",
    /** Cannot be answered, because …; empty where it can. */
    cannot: "rich",
  },
  option: { label: "line", name: "line", preferred: "flag", text: "rich" },
  recommendation: {
    action: "rich",
    /** A seat's id, or a name where that person has no seat. */
    owner: "line",
    urgency: "line",
    due: "day",
    strength: oneOf("strong", "conditional"),
    /** GRADE, or another scheme by its name. */
    certainty: "line",
    /** Items of the kind citation. */
    citations: "ids",
    changes: "rich",
    reason: "rich",
  },
  citation: {
    authors: "line",
    title: "line",
    source: "line",
    year: "count",
    doi: "line",
    pmid: "line",
    pmcid: "line",
    url: "line",
    volume: "line",
    issue: "line",
    pages: "line",
    publication: oneOf("article", "guideline"),
    /** Its journal took it back. */
    retracted: "flag",
  },
  "red-flag": { symptom: "line", action: "rich", when: "line" },
  question: { text: "rich", textForBlind: "paragraph" },
  decision: { text: "rich", owner: "line", due: "day" },
} as const satisfies Record<string, Record<string, FieldKind>>;

export type ItemKind = keyof typeof itemFields;
export type FieldOf<Kind extends ItemKind> = keyof (typeof itemFields)[Kind] & string;

export const itemKinds: readonly ItemKind[] = [
  "finding",
  "differential",
  "answer",
  "option",
  "recommendation",
  "citation",
  "red-flag",
  "question",
  "decision",
];

export const isItemKind = (value: unknown): value is ItemKind =>
  typeof value === "string" && itemKinds.some((kind) => kind === value);

const accepts = (kind: Exclude<FieldKind, "rich">): Accepts => {
  if (typeof kind === "object") return orNothing(isOneOf(kind.oneOf));
  switch (kind) {
    case "line":
      return orNothing(isText(1000));
    case "paragraph":
      return orNothing(isText(4000));
    case "flag":
      return (value) => typeof value === "boolean";
    case "count":
      return orNothing(isCount);
    case "day":
      return orNothing(isDay);
    case "id":
      return orNothing(isUlid);
    case "ids":
      return isIds;
  }
};

/** Nothing said yet, or taken back. */
const orNothing =
  (isValue: Accepts): Accepts =>
  (value) =>
    value === null || isValue(value);

const ruleOf = (kind: FieldKind): Rule => (kind === "rich" ? blocks : scalar(accepts(kind)));

/**
 * The gate asks by the field's name alone: an item's kind can be set beside it at the same moment, so it cannot be known
 * for certain. A name therefore means the same in every kind that has it (a test says so).
 */
export const itemRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["kind", scalar(isItemKind)],
  ["rank", scalar(isText(200))],
  ...Object.values(itemFields).flatMap((fields) =>
    Object.entries<FieldKind>(fields).map(([name, kind]) => [name, ruleOf(kind)] as const),
  ),
]);
