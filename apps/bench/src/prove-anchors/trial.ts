import { createSeededRandom, type Random } from "@consilium/foundation";
import {
  indexDocument,
  makeAnchorInEditor,
  resolveTextAnchor,
  type DocumentIndex,
  type TextPlace,
} from "@consilium/workspace";
import { openEditor } from "@consilium/workspace/testing";
import * as Y from "yjs";
import { type Births, createBirths, createIdentities, type Identities } from "./identities.ts";
import { judge, type Place, type Verdict, type Watched } from "./judge.ts";
import { item, sections, writeDocument } from "./random-document.ts";
import { type Desk, edits } from "./random-edits.ts";

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

interface OpenPlace extends Place, Desk {
  readonly where: TextPlace;
}

/** One seeded document, anchors on it, random edits; each anchor is judged after each edit, and never refreshed. */
export function runTrial(seed: number, anchors: number, steps: number): readonly Observation[] {
  const random = createSeededRandom(seed);
  const births = createBirths();
  const doc = writeDocument(random);
  const index = indexDocument(doc);
  const places = openPlaces(doc, births);
  const watched = Array.from({ length: anchors }, () => watch(index, random.pick(places), random)).filter(
    (made) => made !== undefined,
  );
  const last = new Map<Watched, Verdict>();
  const seen: Observation[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const edit = editOnce(places, random);
    for (const one of watched) {
      const found = resolveTextAnchor(index, one.anchor);
      const at = found.state === "orphaned" ? undefined : keyOf(found.at.where);
      const verdict = judge(
        one,
        found,
        places.find(({ key }) => key === at),
        places,
        births,
      );
      const before = last.get(one) ?? "found";
      last.set(one, verdict);
      seen.push({ edit, step, isLast: step === steps, verdict, before, words: one.anchor.quote.exact });
    }
  }
  index.close();
  return seen;
}

function editOnce(places: readonly OpenPlace[], random: Random): string {
  for (;;) {
    const desk = random.pick(places);
    const name = random.pick(Object.keys(edits));
    if (
      edits[name]?.(
        desk,
        random,
        places.filter((other) => other !== desk),
      )
    )
      return name;
  }
}

const keyOf = (where: TextPlace): string =>
  "section" in where ? where.section : `${where.item}/${where.field}`;

function openPlaces(doc: Y.Doc, births: Births): readonly OpenPlace[] {
  const fields = doc.getMap<unknown>("items").get(item.item);
  const field: unknown = fields instanceof Y.Map ? fields.get(item.field) : undefined;
  const texts: (readonly [TextPlace, Y.XmlFragment])[] = sections.map((section) => [
    { section },
    doc.getXmlFragment(`s.${section}`),
  ]);
  if (field instanceof Y.XmlFragment) texts.push([item, field]);
  return texts.map(([where, fragment]) => openPlace(where, fragment, births));
}

function openPlace(where: TextPlace, fragment: Y.XmlFragment, births: Births): OpenPlace {
  let identities: Identities | undefined;
  const editor = openEditor(fragment, { onTransaction: (transaction) => identities?.follow(transaction) });
  identities = createIdentities(editor.state().doc, births);
  return {
    key: keyOf(where),
    where,
    editor,
    identities,
    isBlank: (position) => /^\s$/.test(editor.state().doc.textBetween(position, position + 1)),
  };
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
