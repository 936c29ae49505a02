import { type Icon, IconContrast, IconHandStop, IconStack2, IconZoomIn } from "@tabler/icons-react";
import { iconLook, MarkIcon } from "../drawn/mark-icon.tsx";
import { isViewTool, type Tool, type ViewTool } from "./study-context.ts";

const icons: Readonly<Record<ViewTool, Icon>> = {
  window: IconContrast,
  scroll: IconStack2,
  pan: IconHandStop,
  zoom: IconZoomIn,
};

export function ToolIcon({ tool }: { readonly tool: Tool }) {
  if (!isViewTool(tool)) return <MarkIcon tool={tool} />;
  const Drawn = icons[tool];
  return <Drawn {...iconLook} />;
}
