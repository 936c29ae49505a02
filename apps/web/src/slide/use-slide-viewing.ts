import type { Place } from "@consilium/workspace";
import { useEffect, useMemo } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { draftDrawing, draftShape } from "../drawn/draft-shape.ts";
import type { Drawing } from "../drawn/drawing.ts";
import { useShow } from "../drawn/looking-together.ts";
import { sightName, sightOf, type SlideSight } from "./slide-place.ts";

/** Where somebody else looks on a slide, and what they are drawing there. */
export interface SlideViewing {
  readonly person: CasePerson;
  readonly sight: SlideSight;
  readonly draft: Drawing | undefined;
  /** Where they point, in pixels of the slide. */
  readonly pointer: Place["pointer"];
}

/** Shows the others what of the slide this seat looks at, and the shape under its hand. */
export function useShowSight(
  record: string,
  sight: SlideSight | undefined,
  draft: Drawing | undefined,
): void {
  const show = useShow();
  const place = sight && sightName(sight);
  useEffect(() => {
    if (place === undefined) return;
    show({ target: record, place, ...(draft && { draft: draftShape(draft) }) });
  }, [show, record, place, draft]);
}

export function useSlideViewings(record: string): readonly SlideViewing[] {
  const others = usePresence();
  return useMemo(
    () =>
      others.flatMap(({ person, at }): SlideViewing[] => {
        const sight = at.target === record ? sightOf(at.place) : undefined;
        return sight ? [{ person, sight, draft: draftDrawing(at.draft), pointer: at.pointer }] : [];
      }),
    [others, record],
  );
}
