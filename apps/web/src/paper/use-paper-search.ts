import { type RefObject, useCallback, useMemo, useState } from "react";
import { useLatest } from "../thread/use-latest.ts";
import type { PaperPages } from "./paper-pages.ts";
import type { PaperView } from "./use-paper-view.ts";
import { type Search, useSearch } from "./use-search.ts";
import { useShowFound } from "./use-show-found.ts";
import type { WordLayers } from "./word-layers.ts";

/** The search, whether its field is there, and where on the pages its places are. */
export function usePaperSearch(
  pages: PaperPages,
  view: PaperView,
  layers: WordLayers,
  stage: RefObject<HTMLElement | null>,
) {
  const [isOpen, setOpen] = useState(false);
  const page = useLatest(view.page);
  const search = useSearch(
    pages,
    useCallback(() => page.current, [page]),
  );
  const close = () => {
    setOpen(false);
    search.seek("");
    stage.current?.focus({ preventScroll: true });
  };
  const places = useFound(search);
  useShowFound(places.now, layers, stage, view);
  return { search, places, isOpen, open: () => setOpen(true), close };
}

const useFound = ({ found, now }: Search) =>
  useMemo(
    () => ({
      onPage: Map.groupBy(found, ({ page }) => page),
      now: now === undefined ? undefined : found[now],
    }),
    [found, now],
  );
