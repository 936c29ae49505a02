import type { Rectangle } from "@consilium/workspace";
import { type RefObject, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { FoundContext } from "./found-context.ts";
import { usePaperLook, useWordLayers } from "./paper-context.ts";
import { placedAt } from "./placed-at.ts";
import { turned } from "./rectangles.ts";
import type { FoundOnPage } from "./use-search.ts";
import type { WordLayer } from "./word-layers.ts";
import { rectanglesOf } from "./words-places.ts";

interface FoundPlacesProps {
  readonly page: number;
  readonly frame: RefObject<HTMLElement | null>;
}

/** What the search found on a page, where its words lie. */
export function FoundPlaces({ page, frame }: FoundPlacesProps) {
  const { onPage, now } = useContext(FoundContext);
  const { turns } = usePaperLook();
  const layer = useLayerOf(page);
  const found = onPage.get(page);
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    const { current } = frame;
    setPlaces(
      layer && found && current
        ? found.map((words) => ({
            words,
            rectangles: rectanglesOf(layer, words.start, words.end, current, turns),
          }))
        : [],
    );
    // Turning the page moves the words with it: their places on the upright page stay.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [layer, found, frame]);
  return places.map(({ words, rectangles }) =>
    rectangles.map((rectangle, at) => (
      <span
        key={`${words.start} ${at}`}
        className="paper-found"
        data-now={words === now || undefined}
        style={placedAt(turned(rectangle, turns))}
      />
    )),
  );
}

interface Place {
  readonly words: FoundOnPage;
  readonly rectangles: readonly Rectangle[];
}

function useLayerOf(page: number): WordLayer | undefined {
  const { layers, subscribe } = useWordLayers();
  return useSyncExternalStore(subscribe, () => layers.get(page));
}
