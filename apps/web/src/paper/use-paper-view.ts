import type { Rectangle } from "@consilium/workspace";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PaperPages } from "./paper-pages.ts";
import { around, type Turns, turnBy, turned } from "./rectangles.ts";
import {
  bringBack,
  bringIntoSight,
  frameOf,
  pageBeingRead,
  placeInMiddle,
  placeUnder,
  type StagePlace,
} from "./stage-place.ts";
import { useRoom } from "./use-room.ts";
import { nextScale, scaleOf, type Size, type Zoom } from "./zoom.ts";

export interface PaperView {
  readonly scale: number;
  readonly turns: Turns;
  readonly fits: Zoom["to"];
  /** The page being read. */
  readonly page: number;
  readonly zoomTo: (scale: number, at?: { readonly x: number; readonly y: number }) => void;
  readonly zoomBy: (direction: 1 | -1) => void;
  readonly fit: (to: "width" | "page") => void;
  readonly turn: () => void;
  /** Parts of the upright page; of several, the middle of all. */
  readonly show: (page: number, rectangles?: readonly Rectangle[]) => void;
}

/** How the pages are seen: how large, turned how, and which of them. What is being read stays where it is when that changes. */
export function usePaperView(pages: PaperPages, stage: RefObject<HTMLElement | null>): PaperView {
  const [zoom, setZoom] = useState<Zoom>({ to: "width" });
  const [turns, setTurns] = useState<Turns>(0);
  // A fit is made for one page: other sizes among the pages do not change it while somebody scrolls.
  const [fitted, fitFor] = useState(1);
  const room = useRoom(stage);
  const scale = room ? scaleOf(zoom, asTurned(pages.sizeOf(fitted), turns), room) : 1;
  const { page, hold } = usePlace(stage, scale, turns);
  const zoomTo = useCallback(
    (to: number, at?: { readonly x: number; readonly y: number }) => {
      hold(at);
      setZoom({ to: "scale", scale: to });
    },
    [hold],
  );
  const fit = useCallback(
    (to: "width" | "page") => {
      fitFor(page);
      setZoom({ to });
    },
    [page],
  );
  return {
    scale,
    turns,
    fits: zoom.to,
    page,
    zoomTo,
    zoomBy: (direction) => zoomTo(nextScale(scale, direction)),
    fit,
    turn: () => setTurns((now) => turnBy(now, 1)),
    show: useShow(stage, pages.measure, turns),
  };
}

const asTurned = ({ width, height }: Size, turns: Turns): Size =>
  turns % 2 === 0 ? { width, height } : { width: height, height: width };

/** The page being read; after a change of size the same point is where it was. */
function usePlace(stage: RefObject<HTMLElement | null>, scale: number, turns: Turns) {
  const [page, setPage] = useState(1);
  const place = useRef<StagePlace>(undefined);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const follow = () => {
      place.current = placeInMiddle(element);
      setPage(pageBeingRead(element));
    };
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [stage]);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    element.style.setProperty("--paper-scale", String(scale));
    if (place.current) bringBack(element, place.current);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- A page that is turned has another size too.
  }, [stage, scale, turns]);
  const hold = useCallback(
    (at: { readonly x: number; readonly y: number } | undefined) => {
      if (!stage.current) return;
      place.current = at ? placeUnder(stage.current, at.x, at.y) : placeInMiddle(stage.current);
    },
    [stage],
  );
  return { page, hold };
}

function useShow(
  stage: RefObject<HTMLElement | null>,
  measure: PaperPages["measure"],
  turns: Turns,
): PaperView["show"] {
  const now = useRef(turns);
  useEffect(() => {
    now.current = turns;
  }, [turns]);
  return useCallback(
    (page, rectangles) => {
      const bring = () => {
        if (!stage.current) return undefined;
        const part = rectangles && turned(around(rectangles), now.current);
        bringIntoSight(stage.current, page, part);
        return frameOf(stage.current, page)?.clientHeight;
      };
      requestAnimationFrame(() => {
        const estimate = bring();
        // A page that turns out to have another size has been laid out anew one frame later.
        const correct = () => {
          const frame = stage.current && frameOf(stage.current, page);
          if (frame && frame.clientHeight !== estimate) bring();
        };
        // Where it cannot be measured, the estimate must do.
        measure(page).then(
          () => requestAnimationFrame(correct),
          () => {},
        );
      });
    },
    [stage, measure],
  );
}
