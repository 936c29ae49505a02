import {
  IconContrast,
  IconCrosshair,
  IconFocusCentered,
  IconHandStop,
  type Icon,
  IconStack2,
  IconZoomIn,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { ToolbarButton } from "../../design/toolbar-button.tsx";
import { iconLook } from "../../drawn/mark-icon.tsx";
import { firstWindow } from "../use-viewport.ts";
import { nameOfWindow } from "../window-presets.ts";
import { planeWindows } from "./plane-windows.ts";
import { type Planes, type PlaneTool, planeTools } from "./use-planes.ts";

export interface PlanesToolbarProps {
  readonly planes: Planes;
  /** Undefined: nothing can be kept here. */
  readonly onMarkPoint: (() => void) | undefined;
  readonly onLeave: () => void;
}

const icons: Readonly<Record<PlaneTool, Icon>> = {
  point: IconFocusCentered,
  window: IconContrast,
  pan: IconHandStop,
  zoom: IconZoomIn,
};

export function PlanesToolbar({ planes, onMarkPoint, onLeave }: PlanesToolbarProps) {
  const t = useTranslations("imaging");
  return (
    <div className="study-toolbar" role="toolbar" aria-label={t("tools")}>
      {planeTools.map((tool) => {
        const Drawn = icons[tool];
        return (
          <ToolbarButton
            key={tool}
            icon={<Drawn {...iconLook} />}
            label={tool === "point" ? t("planePoint") : t(`tool.${tool}`)}
            isOn={planes.tool === tool}
            onClick={() => planes.chooseTool(tool)}
          />
        );
      })}
      <i className="toolbar-line" />
      <WindowChoice planes={planes} />
      {onMarkPoint && (
        <ToolbarButton
          icon={<IconCrosshair {...iconLook} />}
          label={t("markPoint")}
          keys="P"
          onClick={onMarkPoint}
        />
      )}
      <Button size="small" look="quiet" onClick={planes.reset}>
        {t("reset")}
      </Button>
      <Button size="small" icon={<IconStack2 {...iconLook} />} onClick={onLeave}>
        {t("backToSlices")}
      </Button>
    </div>
  );
}

function WindowChoice({ planes }: { readonly planes: Planes }) {
  const t = useTranslations("imaging");
  const { series, window } = planes;
  const windows = planeWindows(planes);
  const now = window && nameOfWindow(series.modality, window, firstWindow(series));
  const choose = (value: string) => {
    const chosen = windows.find(({ name }) => name === value)?.window();
    if (chosen) planes.setWindow(chosen);
  };
  return (
    <select
      className="box-select"
      aria-label={t("windows")}
      value={now ?? ""}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {now === undefined && <option value="">{t("windowName.hand")}</option>}
      {windows.map(({ name }) => (
        <option key={name} value={name}>
          {t(`windowName.${name}`)}
        </option>
      ))}
    </select>
  );
}
