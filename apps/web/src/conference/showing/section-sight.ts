import type { Place } from "@consilium/workspace";

/** What of a text in sections stands at the upper edge of its box. */
export interface SectionSight {
  readonly section: string;
  /** How much of the section lies above it; of another one's screen the same part of the section has another height. */
  readonly part: number;
}

/** A section as it lies on the screen. Pixels. */
export interface SectionBox {
  readonly section: string;
  readonly top: number;
  readonly height: number;
}

/** Pixels below the edge at which one reads: the line that is read is not cut. */
const readingLine = 24;

/** Undefined: there is no section. */
export function sightAt(edge: number, boxes: readonly SectionBox[]): SectionSight | undefined {
  const line = edge + readingLine;
  const box = boxes.findLast(({ top }) => top <= line) ?? boxes[0];
  if (!box) return undefined;
  const part = box.height > 0 ? Math.min(1, Math.max(0, (line - box.top) / box.height)) : 0;
  return { section: box.section, part: Math.round(part * 1000) / 1000 };
}

/** How far a box has to scroll so that the sight stands at its edge. Undefined: it has no such section. */
export function scrollTo(
  edge: number,
  boxes: readonly SectionBox[],
  { section, part }: SectionSight,
): number | undefined {
  const box = boxes.find((one) => one.section === section);
  return box && box.top + part * box.height - readingLine - edge;
}

/** For the presence of a seat. */
export const placeOfSection = (target: string, { section, part }: SectionSight): Place => ({
  target,
  place: section,
  view: { part },
});

/** Of somebody who is in a section and does not say where: its beginning. Undefined: they are elsewhere. */
export function sightOfSection(name: string, { target, place, view }: Place): SectionSight | undefined {
  if (target !== name || place === undefined) return undefined;
  const { part = 0 } = view ?? {};
  return { section: place, part: part >= 0 && part <= 1 ? part : 0 };
}
