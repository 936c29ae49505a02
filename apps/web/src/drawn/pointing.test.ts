import { expect, test, vi } from "vitest";
import type { Drawing } from "./drawing.ts";
import { Pointing, type PointingActs } from "./pointing.ts";
import type { Sketch } from "./sketch.ts";

const line: Drawing = {
  tool: "length",
  points: [
    [10, 10],
    [50, 10],
  ],
};

const at = (clientX: number, clientY: number) =>
  new PointerEvent("pointermove", { pointerId: 1, pointerType: "mouse", button: 0, clientX, clientY });

/** A picture of which a pixel is a CSS pixel, with one mark on it. */
function before({ isOwn, tool = "length", mayDraw = true }: Partial<Situation>) {
  let sketch: Sketch | undefined;
  const element = document.createElement("div");
  const drag = vi.fn<(by: readonly [number, number]) => void>();
  const acts = {
    tool: () => (tool === "view" ? drag : tool),
    marks: () => [{ id: "M1", drawing: line, isOwn: isOwn === true }],
    mayDraw: () => mayDraw,
    sketch: () => sketch,
    setSketch: (next) => {
      sketch = next;
    },
    finish: vi.fn<PointingActs["finish"]>(),
    change: vi.fn<PointingActs["change"]>(),
    open: vi.fn<PointingActs["open"]>(),
  } satisfies PointingActs;
  const affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  const view = {
    element,
    getSnapshot: () => ({ affine, isShown: true }),
    panBy: vi.fn<(by: readonly [number, number]) => void>(),
    zoomBy: vi.fn<(factor: number) => void>(),
  };
  const pointing = new Pointing(view, acts);
  const dragged = (from: readonly [number, number], to: readonly [number, number]) => {
    pointing.down(at(...from));
    pointing.move(at(...to));
    pointing.up(at(...to));
  };
  return { acts, view, drag, dragged, sketch: () => sketch };
}

interface Situation {
  readonly isOwn: boolean;
  readonly tool: "length" | "view";
  readonly mayDraw: boolean;
}

test("one's own mark is moved by a drag at it", () => {
  const { acts, dragged } = before({ isOwn: true, tool: "view" });
  dragged([30, 10], [30, 40]);
  const [id, drawing, isLast] = acts.change.mock.calls.at(-1) ?? [];
  expect([id, isLast]).toEqual(["M1", true]);
  expect(drawing?.points).toEqual([
    [10, 40],
    [50, 40],
  ]);
});

test("another's mark stays where it is: the drag moves the view, a press opens the mark", () => {
  const { acts, drag, dragged } = before({ isOwn: false, tool: "view" });
  dragged([30, 10], [30, 40]);
  expect(acts.change).not.toHaveBeenCalled();
  expect(drag).toHaveBeenCalledWith([0, 30]);
  dragged([30, 10], [31, 10]);
  expect(acts.change).not.toHaveBeenCalled();
  expect(acts.open).toHaveBeenCalledWith("M1");
});

test("with a tool in the hand, a drag that begins at another's mark draws a new one", () => {
  const { acts, dragged } = before({ isOwn: false, tool: "length" });
  dragged([30, 10], [30, 40]);
  expect(acts.change).not.toHaveBeenCalled();
  expect(acts.finish.mock.calls[0]?.[0]).toMatchObject({ tool: "length" });
});

test("who may not draw moves nothing, not even what they drew before", () => {
  const { acts, drag, dragged } = before({ isOwn: true, tool: "view", mayDraw: false });
  dragged([30, 10], [30, 40]);
  expect(acts.change).not.toHaveBeenCalled();
  expect(drag).toHaveBeenCalledWith([0, 30]);
});
