import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
  readonly found: readonly FoundOnPage[];
  readonly read: number;
  readonly without: number;
}

const nothing: Findings = { found: [], read: 0, without: 0 };

/** A word is searched when nothing was typed for so long, in milliseconds. */
const pause = 200;
/** Pages between two renderings of what was found. */
const portion = 8;

/** Searches all pages, in their order. `from`: the page being read, whose first place is shown. */
export function useSearch({ wordsOf, count }: PaperPages, from: () => number): Search {
  const [sought, seek] = useState("");
  const [findings, setFindings] = useState(nothing);
  const [chosen, choose] = useState<number>();
  const texts = useTexts(wordsOf);
  const start = useRef(1);
  useEffect(() => {
    setFindings(nothing);
    choose(undefined);
    if (sought.trim() === "" || !texts) return undefined;
    const over = new AbortController();
    const timer = setTimeout(() => {
      start.current = from();
      void searchPages(texts, count, sought, over.signal, setFindings);
    }, pause);
    return () => {
      over.abort();
      clearTimeout(timer);
    };
  }, [sought, texts, count, from]);
  const { found, read } = findings;
  const first = found.findIndex(({ page }) => page >= start.current);
  // Places before the page being read come last, when nothing stands behind it.
  const now = chosen ?? (first >= 0 ? first : read === count && found.length > 0 ? 0 : undefined);
  const step = useCallback(
    (by: 1 | -1) => {
      if (found.length > 0) choose(((now ?? 0) + by + found.length) % found.length);
    },
    [found.length, now],
  );
  return { sought, seek, ...findings, now, step };
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
  report: (findings: Findings) => void,
): Promise<void> {
  let found: readonly FoundOnPage[] = [];
  let without = 0;
  for (let page = 1; page <= count; page += 1) {
    // One after the other: each is a request, and the pages being read come first.
    // oxlint-disable-next-line no-await-in-loop
    const text = await textOf(page).catch(() => undefined);
    if (signal.aborted) return;
    if (!text || text.text.trim() === "") without += 1;
    else found = [...found, ...findWords(text, sought).map((words) => ({ ...words, page }))];
    if (page % portion === 0 || page === count) report({ found, read: page, without });
  }
}
