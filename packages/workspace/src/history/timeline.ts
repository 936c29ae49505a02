import { countWords } from "../rich-text/plain-text.ts";
import { changedTexts } from "./changed-texts.ts";
import { itemDifferences } from "./item-difference.ts";
import { placesMovedFrom } from "./moved-text.ts";
import type { Span } from "./pieces.ts";
import type { HistoryReplay } from "./replay.ts";
import { runsOf } from "./runs.ts";
import { type Step, stepsOf } from "./steps.ts";
import { deedOf, type Tables } from "./tables.ts";
import { changesIn, type WordChange } from "./word-counts.ts";

/** One readable line of "how it came to be". */
export interface TimelineStep {
  readonly personId: string;
  readonly seatId: string;
  /** `s.<section>`, `items.<id>` or another root, sorted. */
  readonly places: readonly string[];
  /** The first and the last row, as sequences; rows of others may lie between. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly until: number;
  readonly edits: number;
  /** Of what stood before the first row and after the last one. */
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** The longest change of this person in the step, at most 80 characters; undefined where no words changed. */
  readonly words: { readonly state: "added" | "removed"; readonly text: string } | undefined;
  /** Fields of structured items that changed, sorted. */
  readonly fields: readonly string[];
}

export interface TimelinePage {
  readonly steps: readonly TimelineStep[];
  /** Hand in as `after` for the next page; undefined: there is none. */
  readonly next: number | undefined;
}

export interface TimelineQuery {
  /** Only steps whose first row comes after that sequence: a cursor. */
  readonly after?: number;
  /** Only rows after that sequence, for a reader with whom the document was shared then. */
  readonly since?: number;
  readonly upTo?: number;
  /** Only steps that touched this place, as in `TimelineStep.places`. */
  readonly place?: string;
  /** At most, in one page. */
  readonly limit: number;
  /** Milliseconds; two minutes unless told. */
  readonly pause?: number;
}

/** Oldest first. Grouping costs little; the words are read for the steps of the page only. */
export function timeline(history: HistoryReplay, query: TimelineQuery): TimelinePage {
  const { tables } = history;
  const { after = 0, since = 0, upTo = Infinity, pause = 2 * 60_000, place, limit } = query;
  const all = stepsOf(tables, { pause, after: since, upTo });
  const wanted = all.filter(
    (step) => sequenceOf(tables, step.first) > after && (place === undefined || step.places.has(place)),
  );
  const steps = wanted.slice(0, limit).map((step) => describe(history, step));
  return { steps, next: wanted.length > limit ? steps.at(-1)?.from : undefined };
}

const sequenceOf = ({ rows }: Tables, row: number): number => rows.sequences[row] ?? 0;

function describe(history: HistoryReplay, step: Step): TimelineStep {
  const { tables } = history;
  const { personId, seatId, sequence: from, at } = deedOf(tables, step.first);
  const { sequence: to, at: until } = deedOf(tables, step.last);
  const places = [...step.places].toSorted();
  const before = step.first === 0 ? 0 : sequenceOf(tables, step.first - 1);
  const changes = changesOf(history, { before: step.first, after: step.last + 1 }, personId);
  const ids = places.filter((place) => place.startsWith("items.")).map((place) => place.slice(6));
  const fields = itemDifferences(history, before, to, ids).flatMap((item) => item.fields);
  return {
    personId,
    seatId,
    places,
    from,
    to,
    at,
    until,
    edits: step.edits,
    wordsAdded: countIn(changes, "added"),
    wordsRemoved: countIn(changes, "removed"),
    words: longestOf(changes),
    fields: [...new Set(fields.map(({ field }) => field))].toSorted(),
  };
}

/** Only the texts that changed are read: a page has many steps, and each of them changed little. */
function changesOf(history: HistoryReplay, span: Span, personId: string): WordChange[] {
  const texts = [...changedTexts(history, span)];
  const walk = { tables: history.tables, span, origins: placesMovedFrom(history.tables, span, texts) };
  return texts
    .flatMap((text) => changesIn(runsOf(walk, text)))
    .filter((change) => change.personId === personId);
}

const countIn = (changes: readonly WordChange[], state: WordChange["state"]): number =>
  changes.reduce((sum, change) => sum + (change.state === state ? countWords(change.text) : 0), 0);

const longestText = 80;

function longestOf(changes: readonly WordChange[]): TimelineStep["words"] {
  const [longest] = changes
    .map(({ state, text }) => ({ state, text: text.replace(/\s+/gu, " ").trim() }))
    .filter(({ text }) => text !== "")
    .toSorted((one, other) => other.text.length - one.text.length);
  return longest && { ...longest, text: shortened(longest.text) };
}

/** At the end of a word where there is one. */
function shortened(text: string): string {
  if (text.length <= longestText) return text;
  const cut = text.slice(0, longestText - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/u, "")}…`;
}
