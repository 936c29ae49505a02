import type { OpinionContent } from "../opinion-content.ts";
import { anyOther, contradictionsIn, createMentionReader, type Mention } from "./contradictions.ts";

/** A structure that is said to be on one side in one section and on the other in another. */
export interface SideConflict {
  readonly structure: string;
  /** Of the two, the later one in the order of the text: where one goes to look. */
  readonly section: string;
}

/** English names of what there are two of; where both belong to one picture (ventricles, lobes), a side says nothing wrong. */
const structures = [
  "adrenal",
  "ankle",
  "arm",
  "axilla",
  "breast",
  "calf",
  "carotid",
  "ear",
  "elbow",
  "eye",
  "femur",
  "foot",
  "foramen",
  "forearm",
  "groin",
  "hand",
  "hemisphere",
  "hemithorax",
  "hip",
  "humerus",
  "kidney",
  "knee",
  "leg",
  "lung",
  "ovary",
  "recess",
  "root",
  "shoulder",
  "testis",
  "thigh",
  "tibia",
  "ureter",
  "wrist",
] as const;

/** "left kidney", "right L5 nerve root", "left-sided hip": in one line, at most two words between the side and what it is of. */
const mention = new RegExp(
  String.raw`\b(left|right)(?:[- ]sided)?\s+(?:[\w–-]+\s+){0,2}?(${structures.join("|")})s?\b`,
  "giu",
);

/**
 * Structures with one side only in some section and the other only in another. Where any section names both, both are meant: a
 * disease of two sides is no mistake. English only. Of a section that is read again, only lines that changed are.
 */
export function createSideReader(): (content: OpinionContent) => readonly SideConflict[] {
  const read = createMentionReader(mentionsOf);
  return (content) =>
    contradictionsIn(read(content), anyOther).map(({ subject, section }) => ({
      structure: subject,
      section,
    }));
}

const mentionsOf = (line: string): readonly Mention[] =>
  [...line.matchAll(mention)].map(([words, side = "", structure = ""]) => ({
    subject: structure.toLowerCase(),
    value: side.toLowerCase(),
    words,
  }));
