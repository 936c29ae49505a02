import type { Place } from "@consilium/workspace";
import { useEffect } from "react";
import { fromScreen } from "../drawn/affine.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { ImageViewport, ViewState } from "./image-viewport.ts";
import { type StackLook, viewOfLook } from "./stack-look.ts";

/** How a picture is seen now, for the presence of this seat. Undefined: there is none yet. */
export function viewOfState({
  isShown,
  affine,
  size: [width, height],
  window,
  isInverted,
  degrees,
  isMirrored,
  isFitted,
  zoom,
}: ViewState): Place["view"] | undefined {
  if (!isShown || !affine) return undefined;
  const part = isFitted ? undefined : { middle: fromScreen(affine, [width / 2, height / 2]), zoom };
  return viewOfLook({ window, isInverted, degrees, isMirrored, part });
}

/** Pictures are seen as whoever is followed sees them, as soon as there is one. */
export function useFollowedLook(
  viewport: ImageViewport | undefined,
  isShown: boolean,
  followed: StackLook | undefined,
): void {
  const latest = useLatest(followed);
  const key = followed && JSON.stringify(followed);
  useEffect(() => {
    if (!viewport || !isShown || key === undefined) return undefined;
    // A series that has just come is first given its own window.
    const frame = requestAnimationFrame(() => {
      if (latest.current) viewport.adopt(latest.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [viewport, isShown, key, latest]);
}
