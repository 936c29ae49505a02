import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useFollowed, useShow } from "../drawn/looking-together.ts";
import { useOwnActs } from "../drawn/use-own-acts.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import type { PaperPages } from "./paper-pages.ts";
import { type PaperSight, placeOfSight, sightOfPlace } from "./paper-sight.ts";
import { type Turns, turned, upright } from "./rectangles.ts";
import type { Region } from "./region-context.ts";
import { placeOfRegion } from "./region-presence.ts";
import { bringToMiddle, frameOf, placeInMiddle } from "./stage-place.ts";
import { usePagePointing } from "./use-page-pointing.ts";

/** Where somebody else looks in these pages. */
export interface PaperViewing {
  readonly person: CasePerson;
  readonly sight: PaperSight;
}

export interface PaperFollowing {
  readonly viewings: readonly PaperViewing[];
  readonly following: string | undefined;
  readonly follow: (seat: string | undefined) => void;
}

interface Viewed {
  readonly pages: PaperPages;
  readonly stage: RefObject<HTMLElement | null>;
  readonly root: RefObject<HTMLElement | null>;
  readonly turns: Turns;
  /** What is being drawn. */
  readonly region: Region | undefined;
}

/** The others see what is in the middle here, and one of them may be followed until one does something oneself. */
export function usePaperViewing(viewed: Viewed): PaperFollowing {
  useShowSight(viewed);
  usePagePointing(viewed.stage, viewed.turns);
  const others = usePresence();
  const { record } = useRecordMarks();
  const viewings = useMemo(
    () =>
      others.flatMap(({ person, at }): PaperViewing[] => {
        const sight = sightOfPlace(record.id, at);
        return sight ? [{ person, sight }] : [];
      }),
    [others, record.id],
  );
  const [following, follow] = useFollowed();
  useOwnActs(viewed.root, () => follow(undefined));
  useFollow(viewed, viewings.find(({ person }) => person.seat === following)?.sight);
  return { viewings, following, follow };
}

/** While a region is drawn, its page is where one is, as it was seen before. */
function useShowSight({ stage, turns, region }: Viewed): void {
  const tell = useShow();
  const { record } = useRecordMarks();
  const seen = useRef<PaperSight>(undefined);
  const isDrawing = region !== undefined;
  useEffect(() => {
    const element = stage.current;
    if (!element || isDrawing) return undefined;
    const show = () => {
      const place = placeInMiddle(element);
      if (!place) return;
      const [x, y] = upright([place.x, place.y, 0, 0], turns);
      seen.current = { page: place.page, x, y };
      tell(placeOfSight(record.id, seen.current));
    };
    // Pages of another size stand where they were one frame later.
    const frame = requestAnimationFrame(show);
    element.addEventListener("scroll", show, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", show);
    };
  }, [tell, record.id, stage, turns, isDrawing]);
  useEffect(() => {
    if (!region) return;
    const { view } = placeOfSight(record.id, sightWith(region, seen.current));
    tell({ ...placeOfRegion(record.id, region), ...(view && { view }) });
  }, [tell, record.id, region]);
}

/** On the region's page: what is in the middle of the screen, or the region itself. */
const sightWith = (
  { page, part: [left, top, width, height] }: Region,
  seen: PaperSight | undefined,
): PaperSight => (seen?.page === page ? seen : { page, x: left + width / 2, y: top + height / 2 });

function useFollow({ stage, turns, pages }: Viewed, sight: PaperSight | undefined): void {
  const { page, x, y } = sight ?? {};
  const { measure } = pages;
  useEffect(() => {
    if (page === undefined || x === undefined || y === undefined) return undefined;
    let isCurrent = true;
    const bring = () => {
      const [left, top] = turned([x, y, 0, 0], turns);
      if (isCurrent && stage.current) bringToMiddle(stage.current, { page, x: left, y: top });
    };
    const estimate = stage.current && frameOf(stage.current, page)?.clientHeight;
    bring();
    // A page that turns out to have another size has been laid out anew one frame later.
    const correct = () => {
      if (stage.current && frameOf(stage.current, page)?.clientHeight !== estimate) bring();
    };
    measure(page).then(
      () => requestAnimationFrame(correct),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [stage, measure, turns, page, x, y]);
}
