import { type ComponentType, memo, type MouseEvent, useContext, useRef } from "react";
import { useTranslations } from "use-intl";
import { DrawnRegion } from "./drawn-region.tsx";
import { FoundPlaces } from "./found-places.tsx";
import { markAt } from "./mark-order.ts";
import { OthersPointers } from "./others-pointers.tsx";
import { OthersRegions } from "./others-regions.tsx";
import { PageMarks } from "./page-marks.tsx";
import { usePaperLook } from "./paper-context.ts";
import { PaperMarksContext } from "./paper-marks.ts";
import type { PageProps } from "./paper-pages.ts";
import { upright } from "./rectangles.ts";
import { useIsNear } from "./use-near.ts";

export interface PageFrameProps extends PageProps {
  readonly is: "document" | "pictures";
  /** Upright, CSS pixels at natural size. */
  readonly width: number;
  readonly height: number;
  readonly Page: ComponentType<PageProps>;
}

/** The room of a page. What fills it is there only while it is near what is seen: there may be hundreds. */
export const PageFrame = memo(function PageFrame({ page, is, width, height, Page }: PageFrameProps) {
  const t = useTranslations("paper");
  const frame = useRef<HTMLElement>(null);
  const isNear = useIsNear(frame);
  const { turns } = usePaperLook();
  const openMark = useOpenMark(page);
  const [across, down] = turns % 2 === 0 ? [width, height] : [height, width];
  return (
    // The button of each mark does the same for a keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={frame}
      className="paper-page"
      data-page={page}
      aria-label={t(is === "document" ? "page" : "picture", { page })}
      style={{
        inlineSize: `calc(var(--paper-scale) * ${across}px)`,
        blockSize: `calc(var(--paper-scale) * ${down}px)`,
      }}
      onClick={openMark}
    >
      {isNear && <Page page={page} />}
      {isNear && <FoundPlaces page={page} frame={frame} />}
      <PageMarks page={page} />
      {isNear && <OthersRegions page={page} />}
      {isNear && <OthersPointers page={page} />}
      {isNear && <DrawnRegion page={page} />}
    </article>
  );
});

/** A press on marked words, which lie under the words that can be chosen. */
function useOpenMark(page: number) {
  const { onPage, open } = useContext(PaperMarksContext);
  const { turns } = usePaperLook();
  return ({ currentTarget, clientX, clientY }: MouseEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const [x, y] = upright([(clientX - left) / width, (clientY - top) / height, 0, 0], turns);
    const threads = (onPage.get(page) ?? []).filter(({ look }) => look === "thread");
    const mark = markAt(threads, x, y);
    if (mark) open(mark.id);
  };
}
