import { useEffect } from "react";
import type { PlacedThread, ThreadPlaces } from "./thread-places.ts";
import type { Threads } from "./threads-context.ts";
import { useLatest } from "./use-latest.ts";

const occupied = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

/** Outside text: [ and ] go to the thread before and behind, Y and N accept and decline the open suggestion. */
export function useThreadKeys(places: ThreadPlaces, threads: Threads): void {
  const latest = useLatest(threads);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(occupied)) return;
      const { openId, open } = latest.current;
      const step = { "[": -1, "]": 1 }[event.key];
      const act = { y: "Y", n: "N" }[event.key.toLowerCase()];
      if (step !== undefined) open(stepFrom(inText(places), openId, step));
      else if (act === undefined || !pressOpen(act)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [places, latest]);
}

/** The button of the open card that bears the key: the same act, with the same questions. */
function pressOpen(key: string): boolean {
  const button = document.querySelector<HTMLElement>(`.thread[data-open] [aria-keyshortcuts="${key}"]`);
  button?.click();
  return button !== null;
}

/** Open threads in the order of their marks on the page; what has no place comes first. */
function inText(places: ThreadPlaces): readonly string[] {
  const marked = [...document.querySelectorAll<HTMLElement>(".section-text [data-mark]")].map(
    ({ dataset }) => dataset["mark"] ?? "",
  );
  const open = places.placed().filter(({ thread }) => thread.state.is === "open");
  return open.toSorted((one, other) => at(marked, one) - at(marked, other)).map(({ thread }) => thread.id);
}

const at = (marked: readonly string[], { thread }: PlacedThread): number => marked.indexOf(thread.id);

/** After the last comes the first. */
export function stepFrom(ids: readonly string[], from: string | undefined, step: number): string | undefined {
  if (ids.length === 0) return undefined;
  const now = from === undefined ? -1 : ids.indexOf(from);
  if (now < 0) return step > 0 ? ids[0] : ids.at(-1);
  return ids[(now + step + ids.length) % ids.length];
}
