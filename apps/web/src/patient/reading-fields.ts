import type { ItemKind } from "@consilium/workspace";

/** Long fields of each kind, in the order in which they are read. */
export const richFields = {
  finding: ["text"],
  differential: ["for", "against", "discriminates"],
  answer: ["text", "cannot"],
  option: ["text"],
  recommendation: ["action", "reason", "changes"],
  citation: [],
  "red-flag": ["action"],
  question: ["text"],
  decision: ["text"],
} as const satisfies Record<ItemKind, readonly string[]>;

/** Short facts of each kind that a reader needs. */
export const lineFields = {
  finding: ["modality", "site", "difference", "consequence"],
  differential: ["confidence"],
  answer: [],
  option: [],
  recommendation: ["owner", "urgency", "due", "strength", "certainty"],
  citation: [],
  "red-flag": ["when"],
  question: [],
  decision: ["owner", "due"],
} as const satisfies Record<ItemKind, readonly string[]>;
