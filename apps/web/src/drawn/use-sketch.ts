import { type RefObject, useMemo, useRef, useState } from "react";
import type { Sketch } from "./sketch.ts";

export interface SketchInHand {
  readonly sketch: Sketch | undefined;
  readonly setSketch: (sketch: Sketch | undefined) => void;
  readonly current: RefObject<Sketch | undefined>;
}

/** The newest sketch at once: pointer events come faster than renderings. */
export function useSketch(): SketchInHand {
  const [sketch, show] = useState<Sketch>();
  const current = useRef<Sketch>(undefined);
  const setSketch = useMemo(
    () => (next: Sketch | undefined) => {
      current.current = next;
      show(next);
    },
    [],
  );
  return { sketch, setSketch, current };
}
