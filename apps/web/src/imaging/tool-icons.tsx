import {
  type Icon,
  IconAngle,
  IconArrowsMaximize,
  IconArrowUpLeft,
  IconCircle,
  IconContrast,
  IconCrosshair,
  IconHandStop,
  IconLasso,
  IconOvalVertical,
  IconRectangle,
  IconRuler2,
  IconStack2,
  IconVectorTriangle,
  IconZoomIn,
} from "@tabler/icons-react";
import type { Tool } from "./study-context.ts";

export const iconLook = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

const icons: Readonly<Record<Tool, Icon>> = {
  window: IconContrast,
  scroll: IconStack2,
  pan: IconHandStop,
  zoom: IconZoomIn,
  length: IconRuler2,
  bidirectional: IconArrowsMaximize,
  angle: IconAngle,
  "cobb-angle": IconVectorTriangle,
  ellipse: IconOvalVertical,
  rectangle: IconRectangle,
  circle: IconCircle,
  freehand: IconLasso,
  probe: IconCrosshair,
  arrow: IconArrowUpLeft,
};

export function ToolIcon({ tool }: { readonly tool: Tool }) {
  const Drawn = icons[tool];
  return <Drawn {...iconLook} />;
}
