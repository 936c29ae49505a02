import { makeRegionAnchor } from "@consilium/workspace";
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useRecordMarks } from "../record/record-marks.ts";
import type { PaperPages } from "./paper-pages.ts";
import { between, partOfPage, type Turns, turned, upright } from "./rectangles.ts";
import type { Region } from "./region-context.ts";
import { afterArrow, regionAround } from "./region-steps.ts";
import { pageOf, placeInMiddle } from "./stage-place.ts";

export interface RegionTool {
  readonly isOn: boolean;
  /** Undefined: this seat can do nothing with a region. */
  readonly toggle: (() => void) | undefined;
  readonly region: Region | undefined;
  /** Whether the key was one of the tool's. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly pointer: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

/** A region is drawn with the pointer, or set and moved with the keyboard; it is chosen as words are. */
export function useRegion(pages: PaperPages, stage: RefObject<HTMLElement | null>, turns: Turns): RegionTool {
  const { choose } = useRecordMarks();
  const [isOn, turnOn] = useState(false);
  const [region, setRegion] = useState<Region>();
  const take = useTake(pages);
  const leave = () => {
    turnOn(false);
    setRegion(undefined);
  };
  const finish = () => {
    if (region) take(region);
    leave();
  };
  const press = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (!isOn) return false;
    if (key === "Escape") leave();
    else if (key === "Enter" && region) finish();
    else if (key === "Enter") setRegion(regionInMiddle(stage.current, turns));
    else {
      const moved = region && afterArrow(turned(region.part, turns), key, shiftKey);
      if (!moved) return false;
      setRegion({ ...region, part: upright(moved, turns) });
    }
    return true;
  };
  const toggle = () => {
    if (isOn) return leave();
    // Words that were chosen are let go.
    document.getSelection()?.removeAllRanges();
    turnOn(true);
    stage.current?.focus({ preventScroll: true });
  };
  return {
    isOn,
    region,
    toggle: choose && toggle,
    press,
    pointer: usePointer(isOn, turns, setRegion, finish),
  };
}

/** The region becomes what is chosen of the record. */
function useTake({ is, fileOf }: PaperPages) {
  const t = useTranslations("paper");
  const { choose, record } = useRecordMarks();
  return ({ page, part }: Region) => {
    const { sha256 } = fileOf(page);
    const anchor = makeRegionAnchor({ record: record.id, sha256, page }, part);
    choose?.({ anchor, quote: t(`region.${is}`, { page }) });
  };
}

function regionInMiddle(stage: HTMLElement | null, turns: Turns): Region | undefined {
  const place = stage && placeInMiddle(stage);
  return place ? { page: place.page, part: upright(regionAround(place.x, place.y), turns) } : undefined;
}

/** CSS pixels: a press without a way draws nothing. */
const leastDrawn = 6;

function usePointer(
  isOn: boolean,
  turns: Turns,
  setRegion: (region: Region | undefined) => void,
  finish: () => void,
): RegionTool["pointer"] {
  const start = useRef<{ readonly x: number; readonly y: number; readonly frame: Element }>(undefined);
  const hasMoved = useRef(false);
  const stop = () => {
    start.current = undefined;
    hasMoved.current = false;
  };
  return {
    onPointerDown: (event) => {
      const frame = event.target instanceof Element && event.target.closest(".paper-page");
      if (!isOn || !frame || !event.isPrimary || event.button !== 0) return;
      // Neither words are chosen nor the page scrolled.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, frame };
      setRegion(undefined);
    },
    onPointerMove: ({ clientX, clientY }) => {
      if (!start.current) return;
      const { x, y, frame } = start.current;
      const box = between(x, y, clientX, clientY);
      hasMoved.current ||= Math.max(box.width, box.height) >= leastDrawn;
      const part = hasMoved.current && partOfPage(box, frame.getBoundingClientRect(), turns);
      if (part) setRegion({ page: pageOf(frame), part });
    },
    onPointerUp: () => {
      if (hasMoved.current) finish();
      stop();
    },
    onPointerCancel: () => {
      setRegion(undefined);
      stop();
    },
  };
}
