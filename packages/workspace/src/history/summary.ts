import { difference } from "./difference.ts";
import { isChanged, type ItemDifference, itemDifferences } from "./item-difference.ts";
import { spanOf } from "./pieces.ts";
import type { HistoryReplay } from "./replay.ts";
import { type WordCount, wordsByPerson } from "./word-counts.ts";

export interface SectionSummary {
  readonly section: string;
  readonly words: readonly WordCount[];
}

export interface DifferenceSummary {
  /** Only those that show something else at the later moment; a change that was taken back is none. */
  readonly sections: readonly SectionSummary[];
  readonly items: readonly ItemDifference[];
}

/** The whole document between two moments. Only sections that a row in between touched are read. */
export function summarise(history: HistoryReplay, from: number, to: number): DifferenceSummary {
  const touched = placesTouched(history, from, to);
  const sections = touched
    .filter((place) => place.startsWith("s."))
    .flatMap((place) => {
      const section = place.slice(2);
      const nodes = difference(history, from, to, { section });
      return nodes.some(isChanged) ? [{ section, words: wordsByPerson(nodes) }] : [];
    });
  const hasItems = touched.some((place) => place.startsWith("items."));
  return { sections, items: hasItems ? itemDifferences(history, from, to) : [] };
}

function placesTouched({ tables }: HistoryReplay, from: number, to: number): string[] {
  const { before, after } = spanOf(tables, from, to);
  const sets = new Set(tables.rows.places.slice(before, after));
  const names = [...sets].flatMap((set) => (tables.rows.placeNames[set] ?? "").split("\n"));
  return [...new Set(names)].toSorted();
}
