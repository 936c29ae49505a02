import type { KeyAct } from "../viewer-keys.ts";
import { zoomedBy } from "./plane-fit.ts";
import { planeWindows } from "./plane-windows.ts";
import type { Planes } from "./use-planes.ts";

interface PlaneKeysOn {
  readonly planes: Planes;
  readonly markPoint: (() => void) | undefined;
  readonly leave: () => void;
}

/** What keys do in the three planes: the same as on slices, in the plane that was touched last. */
export function planeKeyActs({ planes, markPoint, leave }: PlaneKeysOn): (act: KeyAct) => boolean {
  const { active } = planes;
  return (act) => {
    switch (act.is) {
      case "step":
        planes.step(active, act.by);
        return true;
      case "end":
        planes.step(active, act.last ? planes.views[active].count : -planes.views[active].count);
        return true;
      case "window":
        return chooseWindow(planes, act.place);
      case "zoom":
        planes.move(active, (now) => zoomedBy(now, act.factor));
        return true;
      case "invert":
        planes.invert();
        return true;
      case "reset":
        planes.reset();
        return true;
      case "planes":
      case "leave":
        leave();
        return true;
      case "tool":
        if (act.tool === "probe") markPoint?.();
        return act.tool === "probe" && markPoint !== undefined;
      case "move":
      case "place":
      case "mark":
      case "compare":
      case "key-image":
      case "evidence":
      case "remove":
      case "cine":
        return false;
    }
  };
}

function chooseWindow(planes: Planes, place: number): boolean {
  const window = planeWindows(planes)[place]?.window();
  if (window) planes.setWindow(window);
  return window !== undefined;
}
