import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useRecordMarks } from "../record/record-marks.ts";
import { stepFrom } from "../thread/use-thread-keys.ts";
import { FoundContext } from "./found-context.ts";
import { PaperLookContext, WordLayersContext } from "./paper-context.ts";
import { type PaperMarks, PaperMarksContext, usePaperMarks } from "./paper-marks.ts";
import type { PaperPages } from "./paper-pages.ts";
import { PaperToolbar } from "./paper-toolbar.tsx";
import { RegionContext } from "./region-context.ts";
import { SearchBar } from "./search-bar.tsx";
import { Stage } from "./stage.tsx";
import { Thumbnails } from "./thumbnails.tsx";
import { useFingers } from "./use-fingers.ts";
import { usePaperKeys } from "./use-paper-keys.ts";
import { type PaperView, usePaperView } from "./use-paper-view.ts";
import { useRegion } from "./use-region.ts";
import { type Search, useSearch } from "./use-search.ts";
import { useShowFound } from "./use-show-found.ts";
import { useWordsChoice } from "./use-words-choice.ts";
import { createWordLayers, type WordLayers } from "./word-layers.ts";

export interface PaperProps {
  readonly pages: PaperPages;
  readonly hasWords: boolean;
}

/** Pages to be read, searched, marked and spoken about. */
export function Paper({ pages, hasWords }: PaperProps) {
  const t = useTranslations("paper");
  const root = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [layers] = useState(createWordLayers);
  const view = usePaperView(pages, stage);
  const marks = usePaperMarks();
  const search = useSearching(pages, view, layers, stage);
  const region = useRegion(pages, stage, view.turns);
  const strip = useStrip(root, pages.count);
  const isTooMuch = useWordsChoice(pages, stage, layers, view.turns);
  const goToMark = useMarksInSight(marks, view, root);
  useFingers(stage, view);
  const press = usePaperKeys({ view, region, openSearch: pages.wordsOf && search.open, goToMark });
  const look = useMemo(() => ({ scale: view.scale, turns: view.turns }), [view.scale, view.turns]);
  return (
    <PaperLookContext value={look}>
      {/* Keys of the viewer, wherever in it the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={root}
        className="paper"
        data-is={pages.is}
        data-box={pages.is === "pictures" || undefined}
        data-tool={region.isOn ? "region" : undefined}
        aria-label={t(`pages.${pages.is}`)}
        onKeyDown={press}
      >
        <PaperToolbar
          pages={pages}
          view={view}
          region={region}
          isStripShown={strip.isShown}
          onStrip={strip.toggle}
          isSearchOpen={search.isOpen}
          onSearch={search.isOpen ? search.close : search.open}
          hasMarks={marks.threads.length > 0}
          onMark={goToMark}
        />
        {search.isOpen && (
          <SearchBar search={search.search} count={pages.count} hasWords={hasWords} onClose={search.close} />
        )}
        {(region.isOn || isTooMuch) && (
          <p className="paper-note" role="status">
            {region.isOn ? t("drawing") : t("tooManyWords")}
          </p>
        )}
        <div className="paper-body">
          {strip.isShown && (
            <Thumbnails pages={pages} current={view.page} turns={view.turns} onShow={view.show} />
          )}
          <PaperMarksContext value={marks}>
            <FoundContext value={search.places}>
              <RegionContext value={region.region}>
                <WordLayersContext value={layers}>
                  <Stage ref={stage} pages={pages} pointer={region.pointer} />
                </WordLayersContext>
              </RegionContext>
            </FoundContext>
          </PaperMarksContext>
        </div>
      </section>
    </PaperLookContext>
  );
}

/** A viewer that is wide enough begins with its strip. CSS pixels. */
const wideEnough = 720;

function useStrip(root: RefObject<HTMLElement | null>, count: number) {
  const [isShown, show] = useState(false);
  useLayoutEffect(() => {
    show(count > 1 && (root.current?.clientWidth ?? 0) >= wideEnough);
  }, [root, count]);
  return { isShown, toggle: () => show(!isShown) };
}

/** The search, its field, and where on the pages its places are. */
function useSearching(
  pages: PaperPages,
  view: PaperView,
  layers: WordLayers,
  stage: RefObject<HTMLDivElement | null>,
) {
  const [isOpen, setOpen] = useState(false);
  const page = useRef(view.page);
  useEffect(() => {
    page.current = view.page;
  }, [view.page]);
  const search = useSearch(
    pages,
    useCallback(() => page.current, []),
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

/** The place of a link that was followed, and the mark of the thread that is opened, come into sight. Returns the way to the next one. */
function useMarksInSight(marks: PaperMarks, { show }: PaperView, root: RefObject<HTMLElement | null>) {
  const { lit, record } = useRecordMarks();
  const { threads, openId, open } = marks;
  useEffect(() => {
    if (lit?.kind === "page" && lit.record === record.id) show(lit.page, lit.rectangles);
  }, [lit, record.id, show]);
  const opened = threads.find(({ id }) => id === openId)?.anchor;
  useEffect(() => {
    if (opened) show(opened.page, opened.rectangles);
  }, [opened, show]);
  return (step: 1 | -1) => {
    const next = stepFrom(
      threads.map(({ id }) => id),
      openId,
      step,
    );
    if (next === undefined) return;
    open(next);
    root.current?.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus({ preventScroll: true });
  };
}
