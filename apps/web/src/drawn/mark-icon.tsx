import type { ImageTool } from "@consilium/workspace";
import {
  type Icon,
  IconAngle,
  IconArrowsMaximize,
  IconArrowUpLeft,
  IconCircle,
  IconCrosshair,
  IconLasso,
  IconOvalVertical,
  IconRectangle,
  IconRuler2,
  IconVectorTriangle,
} from "@tabler/icons-react";

export const iconLook = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

const icons: Readonly<Record<ImageTool, Icon>> = {
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

export function MarkIcon({ tool }: { readonly tool: ImageTool }) {
  const Drawn = icons[tool];
  return <Drawn {...iconLook} />;
}
