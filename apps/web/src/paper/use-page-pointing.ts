import { type RefObject, useEffect, useMemo } from "react";
import type { CasePerson } from "../case/people.ts";
import { usePresence } from "../case/use-presence.ts";
import { useLookingTogether } from "../drawn/looking-together.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { type PagePoint, pointerOn, pointOf } from "./page-pointer.ts";
import { type Turns, upright } from "./rectangles.ts";
import { placeUnder } from "./stage-place.ts";

/** Says where on the pages this seat's pointer is, while somebody asks for it. */
export function usePagePointing(stage: RefObject<HTMLElement | null>, turns: Turns): void {
  const point = useLookingTogether()?.point;
  useEffect(() => {
    const element = stage.current;
    if (!element || !point) return undefined;
    const move = ({ clientX, clientY }: PointerEvent) => {
      const under = placeUnder(element, clientX, clientY);
      const isOnPage = under && under.x >= 0 && under.x <= 1 && under.y >= 0 && under.y <= 1;
      if (!isOnPage) return point(undefined);
      const [x, y] = upright([under.x, under.y, 0, 0], turns);
      point(pointerOn({ page: under.page, x, y }));
    };
    const leave = () => point(undefined);
    element.addEventListener("pointermove", move, { passive: true });
    element.addEventListener("pointerleave", leave);
    return () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", leave);
      leave();
    };
  }, [stage, turns, point]);
}

export interface PointerOnPage {
  readonly person: CasePerson;
  readonly point: PagePoint;
}

/** Pointers of others on a page of the record. */
export function usePointersOnPage(page: number): readonly PointerOnPage[] {
  const others = usePresence();
  const { record } = useRecordMarks();
  return useMemo(
    () =>
      others.flatMap(({ person, at }) => {
        const point = at.target === record.id ? pointOf(at.pointer) : undefined;
        return point?.page === page ? [{ person, point }] : [];
      }),
    [others, record.id, page],
  );
}
