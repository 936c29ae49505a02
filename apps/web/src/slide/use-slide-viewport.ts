import type { SlideContent } from "@consilium/clinical";
import { useEffect, useState, useSyncExternalStore } from "react";
import { inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { type SlideState, SlideViewport } from "./slide-viewport.ts";

/** The slide in its elements, as soon as both are there. */
export function useSlideViewport(
  record: string,
  content: SlideContent,
  element: HTMLElement | null,
  navigator: HTMLElement | null,
): SlideViewport | undefined {
  const { caseId, seat } = useCase();
  const [viewport, setViewport] = useState<SlideViewport>();
  useEffect(() => {
    if (!element || !navigator) return undefined;
    const base = `/api/cases/${caseId}/slides/${record}`;
    const made = new SlideViewport({ element, navigator }, content, {
      base,
      headers: { ...inSeat(seat).header },
    });
    setViewport(made);
    return () => {
      setViewport(undefined);
      made.close();
    };
  }, [element, navigator, record, content, caseId, seat]);
  return viewport;
}

const silent = () => () => {};
const none = () => undefined;

export const useSlideState = (viewport: SlideViewport | undefined): SlideState | undefined =>
  useSyncExternalStore<SlideState | undefined>(viewport?.subscribe ?? silent, viewport?.getSnapshot ?? none);
