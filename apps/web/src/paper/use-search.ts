import { useCallback, useEffect, useMemo, useState } from "react";
import { findWords, type FoundWords, searchable, type SearchableText } from "./find-words.ts";
import type { PaperPages } from "./paper-pages.ts";

export interface FoundOnPage extends FoundWords {
  readonly page: number;
}

export interface Search {
  readonly sought: string;
  readonly seek: (words: string) => void;
  readonly found: readonly FoundOnPage[];
  /** Which of them is shown. */
  readonly now: number | undefined;
  readonly step: (by: 1 | -1) => void;
  /** Pages read so far; as many as there are when the search is over. */
  readonly read: number;
  /** Of those read: pages without a word. */
  readonly without: number;
}

interface Findings {
  readonly sought: string;
  /** The page from which the first place is shown. */
  readonly from: number;
  readonly found: readonly FoundOnPage[];
  readonly read: number;
  readonly without: number;
}

const nothing: Findings = { sought: "", from: 1, found: [], read: 0, without: 0 };

/** A word is searched when nothing was typed for so long, in milliseconds. */
const pause = 200;
/** Pages between two renderings of what was found. */
const portion = 8;

/** Searches all pages, in their order. `from`: the page being read, whose first place is shown. */
export function useSearch({ wordsOf, count }: PaperPages, from: () => number): Search {
  const [sought, seek] = useState("");
  const [latest, setFindings] = useState(nothing);
  const [chosen, choose] = useState<{ readonly sought: string; readonly at: number }>();
  const texts = useTexts(wordsOf);
  useEffect(() => {
    if (sought.trim() === "" || !texts) return undefined;
    const over = new AbortController();
    const timer = setTimeout(() => {
      const start = from();
      const report = (findings: Omit<Findings, "sought" | "from">) =>
        setFindings({ sought, from: start, ...findings });
      void searchPages(texts, count, sought, over.signal, report);
    }, pause);
    return () => {
      over.abort();
      clearTimeout(timer);
    };
  }, [sought, texts, count, from]);
  const findings = latest.sought === sought ? latest : nothing;
  const { found, read, without } = findings;
  const first = found.findIndex(({ page }) => page >= findings.from);
  // Places before the page being read come last, when nothing stands behind it.
  const now =
    chosen?.sought === sought
      ? chosen.at
      : first >= 0
        ? first
        : read === count && found.length > 0
          ? 0
          : undefined;
  const step = useCallback(
    (by: 1 | -1) => {
      if (found.length > 0) choose({ sought, at: ((now ?? 0) + by + found.length) % found.length });
    },
    [found.length, now, sought],
  );
  return { sought, seek, found, read, without, now, step };
}

type TextsOf = (page: number) => Promise<SearchableText>;

function useTexts(wordsOf: PaperPages["wordsOf"]): TextsOf | undefined {
  return useMemo(() => {
    if (!wordsOf) return undefined;
    const known = new Map<number, Promise<SearchableText>>();
    return (page: number) => {
      const text = known.get(page) ?? wordsOf(page).then((words) => searchable(words.text));
      known.set(page, text);
      return text;
    };
  }, [wordsOf]);
}

async function searchPages(
  textOf: TextsOf,
  count: number,
  sought: string,
  signal: AbortSignal,
  report: (findings: Omit<Findings, "sought" | "from">) => void,
): Promise<void> {
  let found: readonly FoundOnPage[] = [];
  let without = 0;
  for (let page = 1; page <= count; page += 1) {
    // One after the other: each may be a request, and the pages being read come first.
    const text = await textOf(page).catch(() => undefined);
    if (signal.aborted) return;
    if (!text || text.text.trim() === "") without += 1;
    else found = [...found, ...findWords(text, sought).map((words) => ({ ...words, page }))];
    if (page % portion === 0 || page === count) report({ found, read: page, without });
  }
}
