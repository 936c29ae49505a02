import { refreshAnchor } from "@consilium/workspace";
import { useEffect } from "react";
import { useCase } from "../case/case-context.ts";
import type { ThreadPlaces } from "./thread-places.ts";
import type { Threads } from "./threads-context.ts";
import { useLatest } from "./use-latest.ts";

/** Milliseconds without a change before places are written back. */
const quiet = 4000;

/** The owner's client writes back where its anchors were found, once the text is quiet; nobody else's client does. */
export function useRefreshedAnchors(places: ThreadPlaces, threads: Threads, isLive: boolean): void {
  const { detail } = useCase();
  const own = detail.seat.id;
  const latest = useLatest(threads);
  useEffect(() => {
    if (!isLive) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => refreshOwn(places, own, latest.current), quiet);
    };
    const stop = places.subscribe(later);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [places, own, isLive, latest]);
}

function refreshOwn(places: ThreadPlaces, own: string, { write, audiences }: Threads): void {
  for (const { thread, found } of places.placed()) {
    if (thread.by !== own || thread.anchor?.kind !== "text" || !found) continue;
    if (!audiences.includes(thread.audience)) continue;
    const fresh = refreshAnchor(places.index, thread.anchor, found);
    if (fresh) void write(thread.audience, (layer) => layer.refresh(thread.id, fresh));
  }
}
