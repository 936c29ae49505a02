import { createLineReader, type LineReader } from "@consilium/foundation";
import type { OpinionContent, OpinionItem } from "../opinion-content.ts";
import { sectionOfKind } from "./section-of-kind.ts";

/** A structure that is said to be on one side in one section and on the other in another. */
export interface SideConflict {
  readonly structure: string;
  /** Of the two, the later one in the order of the text: where one goes to look. */
  readonly section: string;
}

type Side = "left" | "right";

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
  const readers = new Map<string, LineReader<readonly Mention[]>>();
  const mentionsIn = (section: string, text: string): readonly Mention[] => {
    const reader = readers.get(section) ?? createLineReader(mentionsOf);
    readers.set(section, reader);
    return reader(text).flat();
  };
  return (content) => conflictsIn(sidesBySection(content, mentionsIn));
}

function conflictsIn(sides: SidesBySection): readonly SideConflict[] {
  return structures.flatMap((structure) => {
    const found = [...sides].flatMap(([section, of]) => {
      const side = of.get(structure);
      return side ? [{ section, side }] : [];
    });
    const only = (side: Side) => found.filter((one) => one.side.size === 1 && one.side.has(side));
    const last = found.at(-1);
    const isDoubled = found.some(({ side }) => side.size === 2);
    if (!last || isDoubled || only("left").length === 0 || only("right").length === 0) return [];
    return [{ structure, section: last.section }];
  });
}

interface Mention {
  readonly structure: string;
  readonly side: Side;
}

const mentionsOf = (line: string): readonly Mention[] =>
  [...line.matchAll(mention)].map(([, side = "", structure = ""]) => ({
    structure: structure.toLowerCase(),
    side: side.toLowerCase() === "left" ? "left" : "right",
  }));

type SidesBySection = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Side>>>;

/** `mentionsIn`: of a section's own text, which is read again and again. */
function sidesBySection(
  { sections, items }: OpinionContent,
  mentionsIn: (section: string, text: string) => readonly Mention[],
): SidesBySection {
  const sides = new Map<string, Map<string, Set<Side>>>();
  const note = (section: string, mentions: readonly Mention[]) => {
    const known = sides.get(section) ?? new Map<string, Set<Side>>();
    sides.set(section, known);
    for (const { structure, side } of mentions)
      known.set(structure, (known.get(structure) ?? new Set()).add(side));
  };
  for (const [section, text] of Object.entries(sections)) note(section, mentionsIn(section, text));
  for (const item of items) {
    const section = sectionOfKind[item.kind];
    if (section) note(section, wordsOf(item).split("\n").flatMap(mentionsOf));
  }
  return sides;
}

/** `first` is what the reading before said: where it differs is the point of the finding. */
const wordsOf = ({ fields }: OpinionItem): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (typeof value === "string" && name !== "first" ? [value] : []))
    .join("\n");
