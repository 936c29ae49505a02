import { useEffect } from "react";
import { isRegistered, linkedSlice } from "./linked-slice.ts";
import type { PaneHandle } from "./pane-handle.ts";

/** Whether the two stacks lie in one frame of reference, in parallel planes. */
export function areRegistered(left: PaneHandle, right: PaneHandle): boolean {
  const [one] = left.series.frames;
  const [other] = right.series.frames;
  return one !== undefined && other !== undefined && isRegistered(one, other);
}

/**
 * Two pictures that scroll together: to the same place in the patient where they are registered, by the same number of
 * slices where somebody asked for it anyway.
 */
export function useLinkedScroll(
  left: PaneHandle | undefined,
  right: PaneHandle | undefined,
  isLinked: boolean,
): void {
  useEffect(() => {
    if (!left || !right || !isLinked) return undefined;
    const last = new Map([left, right].map((pane) => [pane, pane.viewport.getSnapshot().index]));
    let isFollowing = false;
    const follow = (from: PaneHandle, to: PaneHandle) => () => {
      const { index } = from.viewport.getSnapshot();
      const by = index - (last.get(from) ?? index);
      last.set(from, index);
      if (by === 0 || isFollowing) return;
      isFollowing = true;
      const { frame } = from.viewport;
      const place = frame && linkedSlice(frame, to.viewport.frames);
      if (place === undefined) to.viewport.step(by);
      else to.viewport.go(place);
      isFollowing = false;
    };
    const stops = [
      left.viewport.subscribe(follow(left, right)),
      right.viewport.subscribe(follow(right, left)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [left, right, isLinked]);
}
