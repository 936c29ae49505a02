import {
  type Icon,
  IconArrowsVertical,
  IconHandStop,
  IconPointer,
  IconRectangle,
  IconRuler2,
} from "@tabler/icons-react";
import { iconLook } from "../drawn/mark-icon.tsx";
import type { EcgTool } from "./ecg-context.ts";

const icons: Readonly<Record<EcgTool, Icon>> = {
  pan: IconHandStop,
  interval: IconRuler2,
  amplitude: IconArrowsVertical,
  region: IconRectangle,
  point: IconPointer,
};

export function EcgToolIcon({ tool }: { readonly tool: EcgTool }) {
  const Drawn = icons[tool];
  return <Drawn {...iconLook} />;
}
