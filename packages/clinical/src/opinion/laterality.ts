import type { OpinionContent, OpinionItem } from "./opinion-content.ts";

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

/** "left kidney", "right L5 nerve root", "left-sided hip": at most two words between the side and what it is the side of. */
const mention = new RegExp(
  String.raw`\b(left|right)(?:[- ]sided)?\s+(?:[\w–-]+\s+){0,2}?(${structures.join("|")})s?\b`,
  "giu",
);

const sectionOfKind: Readonly<Record<string, string>> = {
  finding: "findings",
  differential: "assessment",
  answer: "answers",
  option: "options",
  recommendation: "recommendations",
  "red-flag": "redflags",
};

/**
 * Structures with one side only in some section and the other only in another. Where any section names both, both are meant: a
 * disease of two sides is no mistake. English only.
 */
export function sideConflicts(content: OpinionContent): readonly SideConflict[] {
  const sides = sidesBySection(content);
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

function sidesBySection({ sections, items }: OpinionContent): Map<string, Map<string, Set<Side>>> {
  const sides = new Map<string, Map<string, Set<Side>>>();
  const read = (section: string, text: string) => {
    const known = sides.get(section) ?? new Map<string, Set<Side>>();
    sides.set(section, known);
    for (const [, side = "", structure = ""] of text.matchAll(mention)) {
      const name = structure.toLowerCase();
      known.set(name, (known.get(name) ?? new Set()).add(side.toLowerCase() === "left" ? "left" : "right"));
    }
  };
  for (const [section, text] of Object.entries(sections)) read(section, text);
  for (const item of items) {
    const section = sectionOfKind[item.kind];
    if (section) read(section, wordsOf(item));
  }
  return sides;
}

/** `first` is what the reading before said: where it differs is the point of the finding. */
const wordsOf = ({ fields }: OpinionItem): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (typeof value === "string" && name !== "first" ? [value] : []))
    .join("\n");
