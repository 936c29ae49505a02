import { type RefObject, useEffect } from "react";
import type { ThreadInRecord } from "./record-places.ts";

/**
 * The words or the value that the open thread is about come into sight when it opens, also from an address. Pages and pictures
 * go to their marks themselves.
 */
export function useOpenInSight(
  body: RefObject<HTMLElement | null>,
  openId: string | undefined,
  here: readonly ThreadInRecord[],
): void {
  const is = here.find(({ thread }) => thread.id === openId)?.place.is;
  const hasPlace = is === "stretch" || is === "value";
  useEffect(() => {
    if (openId === undefined || !hasPlace) return undefined;
    const id = CSS.escape(openId);
    // A new screen is first taken to its top.
    const frame = requestAnimationFrame(() => {
      const place = body.current?.querySelector(`.record-mark[data-mark="${id}"], [data-threads~="${id}"]`);
      place?.scrollIntoView({ block: "center", inline: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [body, openId, hasPlace]);
}
