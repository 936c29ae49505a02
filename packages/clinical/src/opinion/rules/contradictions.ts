import type { OpinionContent, OpinionItem } from "../opinion-content.ts";
import { sectionOfKind } from "./section-of-kind.ts";
import { createSectionReader } from "./section-reader.ts";

/** What a line says of something: the left of a kidney, 34 of a nodule. */
export interface Mention {
  readonly subject: string;
  readonly value: string;
  /** As they stand there. */
  readonly words: string;
}

/** What one section says of something: each value, in the words in which it says it first. */
export interface SaidOf {
  readonly section: string;
  readonly values: ReadonlyMap<string, string>;
}

/** By what is spoken of; sections in the order of the text, those of items behind the others. */
export type SaidBySubject = ReadonlyMap<string, readonly SaidOf[]>;

export interface Contradiction {
  readonly subject: string;
  /** Of the sections, the last one: where one goes to look. */
  readonly section: string;
  readonly words: string;
}

/**
 * Reads what sections and their items say, but for what a first reading said. Of what is read again, only lines and items that
 * changed are.
 */
export function createMentionReader(
  mentionsOf: (line: string) => readonly Mention[],
): (content: OpinionContent) => SaidBySubject {
  const inSection = createSectionReader(mentionsOf);
  const ofItems = new WeakMap<OpinionItem, readonly Mention[]>();
  const inItem = (item: OpinionItem): readonly Mention[] => {
    const known = ofItems.get(item) ?? wordsOf(item).split("\n").flatMap(mentionsOf);
    ofItems.set(item, known);
    return known;
  };
  return ({ sections, items }) => {
    const said = new Map<string, SaidIn[]>();
    for (const [section, text] of Object.entries(sections)) note(said, section, inSection(section, text));
    for (const item of items) note(said, sectionOfKind[item.kind], inItem(item));
    return said;
  };
}

interface SaidIn extends SaidOf {
  readonly values: Map<string, string>;
}

function note(said: Map<string, SaidIn[]>, section: string | undefined, mentions: readonly Mention[]): void {
  if (section === undefined) return;
  for (const { subject, value, words } of mentions) {
    const places = said.get(subject) ?? [];
    said.set(subject, places);
    let place = places.find((one) => one.section === section);
    if (!place) places.push((place = { section, values: new Map() }));
    if (!place.values.has(value)) place.values.set(value, words);
  }
}

/** `first` is what the reading before said: where it differs is the point of the finding. */
const wordsOf = ({ fields }: OpinionItem): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (typeof value === "string" && name !== "first" ? [value] : []))
    .join("\n");

/**
 * Subjects of which some section says one value and another section one that cannot be true beside it. Where any section says
 * both, both are meant. `rivalOf`: of the values that are there, one that contradicts this one; asked once for each of them.
 */
export const contradictionsIn = (
  said: SaidBySubject,
  rivalOf: (value: string, values: ReadonlySet<string>) => string | undefined,
): readonly Contradiction[] =>
  [...said].flatMap(([subject, places]) => {
    const values = new Set(places.flatMap((place) => [...place.values.keys()]));
    const isMeant = (one: string, other: string) =>
      places.some((place) => place.values.has(one) && place.values.has(other));
    const pair = [...values].flatMap((one) => {
      const other = rivalOf(one, values);
      return other === undefined || !values.has(other) || isMeant(one, other) ? [] : [[one, other] as const];
    })[0];
    const last = places.findLast((place) => pair?.some((value) => place.values.has(value)));
    const words = pair?.map((value) => last?.values.get(value)).find((found) => found !== undefined);
    return last && words !== undefined ? [{ subject, section: last.section, words }] : [];
  });

/** Where any two values contradict each other. */
export const anyOther = (value: string, values: ReadonlySet<string>): string | undefined =>
  [...values].find((other) => other !== value);
