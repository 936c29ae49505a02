import { type RefObject, useLayoutEffect, useState } from "react";
import type { Size } from "./zoom.ts";

/** CSS pixels around a page in the stage. The same stand in the style sheet. */
const margin = { wide: 16, narrow: 8 } as const;
const narrowest = 480;

/** What of the stage a page may fill. Undefined before it was laid out. */
export function useRoom(stage: RefObject<HTMLElement | null>): Size | undefined {
  const [room, setRoom] = useState<Size>();
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth, clientHeight } = element;
      const free = 2 * (clientWidth < narrowest ? margin.narrow : margin.wide);
      const width = Math.max(1, clientWidth - free);
      const height = Math.max(1, clientHeight - free);
      setRoom((now) => (now?.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return room;
}
