import { sectionOf, type Thread } from "@consilium/workspace";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { useDesk } from "../opinion/desk-context.ts";
import { useStandingThreads, useTextThreads } from "./text-threads-context.ts";
import { isShown } from "./thread-marks.ts";
import type { PlacedThread } from "./thread-places.ts";
import { type Draft, useThreads } from "./threads-context.ts";

/** Something in the gutter and the height at which it wants to stand, in pixels from the gutter's top. */
export type GutterEntry = { readonly id: string; readonly wanted: number } & (
  | { readonly is: "thread"; readonly thread: Thread; readonly lostWords: string | undefined }
  | { readonly is: "draft"; readonly draft: Draft }
  | { readonly is: "done"; readonly section: string; readonly count: number }
);

type Wish = GutterEntry extends infer Entry
  ? Entry extends GutterEntry
    ? Omit<Entry, "wanted"> & { readonly beside: string }
    : never
  : never;

/** In the order of the text. What is far away and not built yet has no height and waits. */
export function useGutterEntries(gutter: RefObject<HTMLElement | null>): readonly GutterEntry[] {
  const wishes = useWishes();
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(() => new Map());
  const { places } = useTextThreads();
  useEffect(() => {
    let frame = 0;
    // Two frames: the editors draw their marks in the first.
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => setTops((now) => topsOf(gutter.current, wishes, now)));
      });
    };
    look();
    const stop = places?.subscribe(look);
    const observer = new ResizeObserver(look);
    if (gutter.current?.parentElement) observer.observe(gutter.current.parentElement);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stop?.();
    };
  }, [gutter, places, wishes]);
  return useMemo(
    () =>
      wishes
        .flatMap(({ beside, ...wish }): GutterEntry[] => {
          const wanted = tops.get(beside);
          return wanted === undefined ? [] : [{ ...wish, wanted }];
        })
        .toSorted((one, other) => one.wanted - other.wanted),
    [wishes, tops],
  );
}

function useWishes(): readonly Wish[] {
  const { doc, sections } = useDesk();
  const { openId, draft } = useThreads();
  const { doneShown } = useTextThreads();
  const placed = useStandingThreads();
  return useMemo(() => {
    const wishes: Wish[] = draft ? [{ is: "draft", id: "draft", draft, beside: besideMark("draft") }] : [];
    const done = new Map<string, number>();
    for (const one of placed) {
      const section = sectionNear(doc, one) ?? sections[0] ?? "";
      if (one.thread.state.is !== "open") done.set(section, (done.get(section) ?? 0) + 1);
      if (isShown(one.thread, openId, doneShown.has(section))) wishes.push(wishOf(one, section));
    }
    for (const [section, count] of done)
      wishes.push({ is: "done", id: `done ${section}`, section, count, beside: besideSection(section) });
    return wishes;
  }, [doc, sections, openId, draft, doneShown, placed]);
}

const besideSection = (section: string): string => `section-${section}`;
const besideMark = (id: string): string => `mark ${id}`;

function sectionNear(
  doc: Parameters<typeof sectionOf>[0],
  { thread, found }: PlacedThread,
): string | undefined {
  if (found && found.state !== "orphaned") return sectionOf(doc, found.at.where);
  return thread.anchor?.kind === "text" ? sectionOf(doc, thread.anchor.where) : undefined;
}

/** What has lost its words stands at the top of its section, with the words that it was about. */
function wishOf({ thread, found }: PlacedThread, section: string): Wish {
  const lostWords = !found ? "" : found.state === "orphaned" ? found.was : undefined;
  return {
    is: "thread",
    id: thread.id,
    thread,
    lostWords,
    beside: lostWords !== undefined ? besideSection(section) : besideMark(thread.id),
  };
}

/** `before` where nothing has moved, so that nothing is drawn anew. */
function topsOf(
  gutter: HTMLElement | null,
  wishes: readonly Wish[],
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const around = gutter?.parentElement;
  if (!gutter || !around) return before;
  const origin = gutter.getBoundingClientRect().top;
  const elements = elementsIn(around);
  const tops = new Map<string, number>();
  for (const { beside } of wishes) {
    const [line] = elements.get(beside)?.getClientRects() ?? [];
    if (line) tops.set(beside, Math.round(line.top - origin));
  }
  const isSame = tops.size === before.size && [...tops].every(([key, top]) => before.get(key) === top);
  return isSame ? before : tops;
}

/** The first element of each mark, and the sections: one walk, where a search for each of hundreds would be felt. */
function elementsIn(around: HTMLElement): ReadonlyMap<string, Element> {
  const elements = new Map<string, Element>();
  for (const element of around.querySelectorAll<HTMLElement>("[data-mark], .section-block")) {
    const { mark } = element.dataset;
    const key = mark === undefined ? element.id : besideMark(mark);
    if (!elements.has(key)) elements.set(key, element);
  }
  return elements;
}
