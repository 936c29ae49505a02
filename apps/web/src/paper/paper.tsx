import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ViewingList } from "../drawn/viewing-list.tsx";
import { FoundContext } from "./found-context.ts";
import { PaperLookContext, WordLayersContext } from "./paper-context.ts";
import { PaperMarksContext, usePaperMarks } from "./paper-marks.ts";
import type { PaperPages } from "./paper-pages.ts";
import { PaperToolbar } from "./paper-toolbar.tsx";
import { RegionContext } from "./region-context.ts";
import { SearchBar } from "./search-bar.tsx";
import { Stage } from "./stage.tsx";
import { Thumbnails } from "./thumbnails.tsx";
import { useFingers } from "./use-fingers.ts";
import { useMarksInSight } from "./use-marks-in-sight.ts";
import { usePaperKeys } from "./use-paper-keys.ts";
import { usePaperSearch } from "./use-paper-search.ts";
import { usePaperView } from "./use-paper-view.ts";
import { type PaperFollowing, usePaperViewing } from "./use-paper-viewing.ts";
import { useRegion } from "./use-region.ts";
import { useRoom } from "./use-room.ts";
import { useWordsChoice } from "./use-words-choice.ts";
import { createWordLayers } from "./word-layers.ts";

export interface PaperProps {
  readonly pages: PaperPages;
  readonly hasWords: boolean;
}

/** Pages to be read, searched, marked and spoken about. */
export function Paper({ pages, hasWords }: PaperProps) {
  const t = useTranslations("paper");
  const paper = usePaper(pages);
  const { root, view, region, press } = paper;
  const look = useMemo(() => ({ scale: view.scale, turns: view.turns }), [view.scale, view.turns]);
  return (
    <PaperLookContext value={look}>
      {/* The keys of the viewer, wherever in it the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={root}
        className="paper"
        data-is={pages.is}
        data-box={pages.is === "pictures" || undefined}
        data-tool={region.isOn ? "region" : undefined}
        aria-label={t(`viewer.${pages.is}`)}
        onKeyDown={press}
      >
        <PaperHead pages={pages} hasWords={hasWords} paper={paper} />
        <PaperBody pages={pages} paper={paper} />
      </section>
    </PaperLookContext>
  );
}

type PaperParts = ReturnType<typeof usePaper>;

function usePaper(pages: PaperPages) {
  const root = useRef<HTMLElement>(null);
  const stage = useRef<HTMLElement>(null);
  const [layers] = useState(createWordLayers);
  const view = usePaperView(pages, stage);
  const marks = usePaperMarks();
  const search = usePaperSearch(pages, view, layers, stage);
  const region = useRegion(pages, stage, view.turns);
  const following = usePaperViewing({ pages, stage, root, turns: view.turns, region: region.region });
  const isTooMuch = useWordsChoice(pages, stage, layers, view.turns);
  const goToMark = useMarksInSight(marks, view.show, root);
  const [stripChoice, chooseStrip] = useState<boolean>();
  const isWide = (useRoom(root)?.width ?? 0) >= wideEnough;
  const isStripShown = pages.count > 1 && (stripChoice ?? isWide);
  useFingers(stage, view);
  const press = usePaperKeys({ view, region, openSearch: pages.wordsOf && search.open, goToMark });
  const toggleStrip = () => chooseStrip(!isStripShown);
  return {
    root,
    stage,
    layers,
    view,
    marks,
    search,
    region,
    following,
    isTooMuch,
    goToMark,
    isStripShown,
    toggleStrip,
    press,
  };
}

/** A viewer that is so wide begins with its strip. CSS pixels. */
const wideEnough = 720;

function PaperHead({ pages, hasWords, paper }: PaperProps & { readonly paper: PaperParts }) {
  const t = useTranslations("paper");
  const { view, region, search, isTooMuch } = paper;
  return (
    <>
      <PaperToolbar
        pages={pages}
        view={view}
        region={region}
        isStripShown={paper.isStripShown}
        onStrip={paper.toggleStrip}
        isSearchOpen={search.isOpen}
        onSearch={search.isOpen ? search.close : search.open}
        hasMarks={paper.marks.threads.length > 0}
        onMark={paper.goToMark}
      />
      {search.isOpen && (
        <SearchBar search={search.search} count={pages.count} hasWords={hasWords} onClose={search.close} />
      )}
      {(region.isOn || isTooMuch) && (
        <output className="paper-note">{region.isOn ? t("drawing") : t("tooManyWords")}</output>
      )}
      <Others is={pages.is} {...paper.following} />
    </>
  );
}

/** Who else looks at these pages, and at which, each to be followed. */
function Others({ is, viewings, following, follow }: PaperFollowing & Pick<PaperPages, "is">) {
  const t = useTranslations("paper");
  return (
    <ViewingList
      viewings={viewings.map(({ person, sight: { page } }) => ({
        person,
        words: t(`looksAt.${is}`, { name: person.name, page }),
      }))}
      following={following}
      onFollow={follow}
    />
  );
}

function PaperBody({ pages, paper }: { readonly pages: PaperPages; readonly paper: PaperParts }) {
  const { view, marks, search, region, layers, stage } = paper;
  return (
    <div className="paper-body">
      {paper.isStripShown && (
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
  );
}
