import { type ViewDrag, zoomDrag } from "../drawn/pointing.ts";
import type { ImageViewport } from "./image-viewport.ts";
import type { ViewTool } from "./study-context.ts";
import { draggedWindow } from "./window-presets.ts";

/** CSS pixels of a drag that go one slice on. */
const slicePace = 6;

/** What one drag does to the view. */
export function viewDrag(tool: ViewTool, viewport: ImageViewport, step: (by: number) => void): ViewDrag {
  let rest = 0;
  switch (tool) {
    case "pan":
      return (by) => viewport.panBy(by);
    case "zoom":
      return zoomDrag({ zoomBy: (factor) => viewport.zoomBy(factor) });
    case "window":
      return (by) => {
        const { window } = viewport.getSnapshot();
        if (window) viewport.setWindow(draggedWindow(window, by));
      };
    case "scroll":
      return ([, down]) => {
        rest += down;
        const steps = Math.trunc(rest / slicePace);
        rest -= steps * slicePace;
        if (steps !== 0) step(steps);
      };
  }
}
