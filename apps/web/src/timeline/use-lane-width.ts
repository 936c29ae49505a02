import { type RefObject, useLayoutEffect, useState } from "react";

/** Before anything was measured, and where nothing can be. */
const assumed = 900;
/** Pixels beside the lanes, for their names. The same stands in the style sheet. */
const names = 148;

/** Pixels that the lanes have for the window. */
export function useLaneWidth(body: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(assumed);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth } = element;
      if (clientWidth > names) setWidth(clientWidth - names);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [body]);
  return width;
}
