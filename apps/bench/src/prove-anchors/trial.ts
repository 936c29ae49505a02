import { createSeededRandom, type Random } from "@consilium/foundation";
import { makeAnchorInEditor, resolveTextAnchor, type DocumentIndex } from "@consilium/workspace";
import { type Author, editOnce, editTogether, keyOf, openAuthors, type OpenPlace } from "./authors.ts";
import { judge, type Verdict, type Watched } from "./judge.ts";
import { writeDocument } from "./random-document.ts";

export interface Observation {
  readonly edit: string;
  /** 1 is the first edit of the trial. */
  readonly step: number;
  readonly isLast: boolean;
  readonly verdict: Verdict;
  readonly before: Verdict;
  /** For reading a failure. */
  readonly words: string;
}

interface Reading {
  readonly watched: Watched;
  readonly reader: Author;
}

/** Every fourth trial has two authors. */
export const handsOf = (seed: number): 1 | 2 => (seed % 4 === 3 ? 2 : 1);

/**
 * One seeded document, anchors on it, random edits by one author or by two who exchange them now and then; each anchor is
 * judged after each edit, as one of the authors sees it, and never refreshed.
 */
export function runTrial(seed: number, anchors: number, steps: number, hands: 1 | 2): readonly Observation[] {
  const random = createSeededRandom(seed);
  const authors = openAuthors(writeDocument(random), hands, random);
  const [first] = authors;
  const readings = Array.from({ length: anchors }, (): Reading | undefined => {
    const watched = watch(first.index, random.pick(first.places), random);
    return watched && { watched, reader: hands === 1 ? first : random.pick(authors) };
  }).filter((reading) => reading !== undefined);
  const last = new Map<Reading, Verdict>();
  const seen: Observation[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const edit = hands === 1 ? editOnce(first.places, random) : editTogether(authors, random, step === steps);
    for (const reading of readings) {
      const verdict = judgeNow(reading);
      const before = last.get(reading) ?? "found";
      last.set(reading, verdict);
      const words = reading.watched.anchor.quote.exact;
      seen.push({ edit, step, isLast: step === steps, verdict, before, words });
    }
  }
  for (const { index } of authors) index.close();
  return seen;
}

function judgeNow({ watched, reader: { index, places, births } }: Reading): Verdict {
  const found = resolveTextAnchor(index, watched.anchor);
  const at = found.state === "orphaned" ? undefined : keyOf(found.at.where);
  return judge(
    watched,
    found,
    places.find(({ key }) => key === at),
    places,
    births,
  );
}

/** An anchor on some words, up to a dozen, now and then across two blocks. */
function watch(index: DocumentIndex, place: OpenPlace, random: Random): Watched | undefined {
  const { doc } = place.editor.state();
  const from = random.below(doc.content.size);
  const to = Math.min(doc.content.size, from + 1 + random.below(70));
  const made = makeAnchorInEditor(index, place.where, ...wholeWords(place, from, to));
  if (!made.ok) return undefined;
  const found = resolveTextAnchor(index, made.value);
  if (found.state !== "exact") throw new Error(`A new anchor is ${found.state}`);
  const standing = place.identities.at();
  const solid = (start: number, end: number) =>
    standing.flatMap((letter, position) =>
      letter !== undefined && position >= start && position < end && !place.isBlank(position) ? [letter] : [],
    );
  return {
    anchor: made.value,
    letters: solid(found.at.from, found.at.to),
    before: solid(0, found.at.from).slice(-32),
    after: solid(found.at.to, standing.length).slice(0, 32),
  };
}

function wholeWords({ identities, isBlank }: OpenPlace, from: number, to: number): readonly [number, number] {
  const standing = identities.at();
  const isInWord = (position: number) => standing[position] !== undefined && !isBlank(position);
  let [start, end] = [from, to];
  while (start > 0 && isInWord(start - 1)) start -= 1;
  while (end < standing.length && isInWord(end)) end += 1;
  return [start, end];
}
