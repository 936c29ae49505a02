import { type RefObject, useLayoutEffect, useState } from "react";

/** Whole pixels that an element has across; undefined before it was laid out. */
export function useElementWidth(of: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth) || undefined);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
