import { useEffect } from "react";
import { isRegistered, linkedSlice } from "./linked-slice.ts";
import type { PaneHandle } from "./pane-handle.ts";

/** Whether the two stacks lie in one frame of reference, in parallel planes. */
export function areRegistered(left: PaneHandle, right: PaneHandle): boolean {
  const [one] = left.series.frames;
  const [other] = right.series.frames;
  return one !== undefined && other !== undefined && isRegistered(one, other);
}

const indexOf = ({ viewport }: PaneHandle): number => viewport.getSnapshot().index;

/**
 * Two pictures that scroll together: to the same place in the patient where they are registered, as many slices apart as they
 * were where somebody asked for it anyway. Beyond the end of one of them the other goes on alone.
 */
export function useLinkedScroll(
  left: PaneHandle | undefined,
  right: PaneHandle | undefined,
  isLinked: boolean,
): void {
  useEffect(() => {
    if (!left || !right || !isLinked) return undefined;
    const apart = indexOf(right) - indexOf(left);
    let isFollowing = false;
    const follow = (from: PaneHandle, to: PaneHandle, further: number) => {
      let last = indexOf(from);
      return () => {
        const index = indexOf(from);
        if (index === last) return;
        last = index;
        if (isFollowing) return;
        isFollowing = true;
        const { frame } = from.viewport;
        const place = frame && linkedSlice(frame, to.viewport.frames);
        to.viewport.go(place ?? index + further);
        isFollowing = false;
      };
    };
    const stops = [
      left.viewport.subscribe(follow(left, right, apart)),
      right.viewport.subscribe(follow(right, left, -apart)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [left, right, isLinked]);
}
