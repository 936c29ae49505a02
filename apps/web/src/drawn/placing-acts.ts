import type { ImageTool } from "@consilium/workspace";
import type { Pixel } from "./pixel.ts";
import { aimed, beginSketch, isDone, placed, type Sketch } from "./sketch.ts";
import type { SketchInHand } from "./use-sketch.ts";

export interface Placing extends Omit<SketchInHand, "sketch"> {
  /** Undefined: the tool in hand moves the view. */
  readonly tool: ImageTool | undefined;
  /** Where the first place is put: the middle of what is seen. */
  readonly middle: () => Pixel | undefined;
  readonly cursor: Pixel | undefined;
  readonly setCursor: (pixel: Pixel | undefined) => void;
  readonly finish: (sketch: Sketch) => void;
}

/** Drawing from the keyboard. A freehand line ends where Enter is pressed twice at one place. */
export function placingActs({ tool, middle, cursor, setCursor, setSketch, current, finish }: Placing) {
  return {
    begin: () => {
      if (!cursor) setCursor(middle());
    },
    move: ([right, down]: readonly [number, number]) => {
      if (!cursor) return;
      const next: Pixel = [cursor[0] + right, cursor[1] + down];
      setCursor(next);
      if (current.current && current.current.tool !== "freehand") setSketch(aimed(current.current, next));
    },
    place: () => {
      if (!cursor || !tool) return;
      const sketch = current.current?.tool === tool ? current.current : undefined;
      const last = sketch?.places.at(-1);
      const isSame = last?.[0] === cursor[0] && last[1] === cursor[1];
      if (sketch && isSame) return tool === "freehand" ? finish(sketch) : undefined;
      const next = sketch ? placed(sketch, cursor) : beginSketch(tool, cursor);
      if (isDone(next)) finish(next);
      else setSketch(next);
    },
    /** Whether there was something to leave. */
    leave: () => {
      const wasBusy = current.current !== undefined || cursor !== undefined;
      setSketch(undefined);
      setCursor(undefined);
      return wasBusy;
    },
  };
}
