import { type RefCallback, useCallback, useState, useSyncExternalStore } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import type { OpenSlide } from "./slide-context.ts";
import { type SlideState, SlideViewport } from "./slide-viewport.ts";

export interface SlideViewportInUse {
  /** For the element that has those of `slideParts`. */
  readonly place: RefCallback<HTMLElement>;
  readonly viewport: SlideViewport | undefined;
}

/** What OpenSeadragon draws into: the slide, and the whole of it, small. */
export const slideParts = { picture: "slide-picture", navigator: "slide-navigator" } as const;

export function useSlideViewport({ id, content }: OpenSlide): SlideViewportInUse {
  const { caseId, seat } = useCase();
  const [viewport, setViewport] = useState<SlideViewport>();
  const place = useCallback(
    (pane: HTMLElement | null) => {
      const element = pane?.querySelector<HTMLElement>(`.${slideParts.picture}`);
      const navigator = pane?.querySelector<HTMLElement>(`.${slideParts.navigator}`);
      if (!element || !navigator) return undefined;
      const address = { base: `/api/cases/${caseId}/slides/${id}`, headers: { ...inSeat(seat).header } };
      const made = new SlideViewport({ element, navigator }, content, address);
      setViewport(made);
      return () => {
        setViewport(undefined);
        made.close();
      };
    },
    [id, content, caseId, seat],
  );
  return { place, viewport };
}

const silent = () => () => {};
const none = () => undefined;

export const useSlideState = (viewport: SlideViewport | undefined): SlideState | undefined =>
  useSyncExternalStore<SlideState | undefined>(viewport?.subscribe ?? silent, viewport?.getSnapshot ?? none);
