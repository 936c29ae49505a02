import type { ImageTool } from "@consilium/workspace";
import {
  IconColumns2,
  IconCube3dSphere,
  IconDots,
  IconLineScan,
  IconPlayerPause,
  IconPlayerPlay,
  IconShape,
  IconStar,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { Menu, MenuItem } from "../design/menu.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { iconLook } from "../drawn/mark-icon.tsx";
import type { PaneHandle } from "./pane-handle.ts";
import { type Study, type Tool, useStudy, type ViewTool } from "./study-context.ts";
import { ToolIcon } from "./tool-icons.tsx";
import { type Cine, cineRates } from "./use-cine.ts";
import { windowNamed } from "./use-pane-handle.ts";
import { ownKeyImage, usePlacedMarks } from "./use-pane-marks.ts";
import { firstWindow, useViewState } from "./use-viewport.ts";
import { keyOfTool } from "./viewer-keys.ts";
import { nameOfWindow, type WindowName, windowsFor } from "./window-presets.ts";

const viewTools: readonly ViewTool[] = ["window", "scroll", "pan", "zoom"];
const markTools: readonly ImageTool[] = ["length", "bidirectional", "angle", "freehand", "arrow", "probe"];
const moreTools: readonly ImageTool[] = ["ellipse", "circle", "rectangle", "cobb-angle"];

export interface StudyToolbarProps {
  readonly pane: PaneHandle | undefined;
  readonly cine: Cine;
  readonly isComparing: boolean;
  readonly onCompare: () => void;
  readonly onPlanes: () => void;
}

export function StudyToolbar({ pane, cine, isComparing, onCompare, onPlanes }: StudyToolbarProps) {
  const t = useTranslations("imaging");
  const study = useStudy();
  return (
    <div className="study-toolbar" role="toolbar" aria-label={t("tools")}>
      {viewTools.map((tool) => (
        <ToolButton key={tool} tool={tool} study={study} />
      ))}
      {study.marks.drawing && <MarkTools study={study} />}
      <WindowChoice pane={pane} />
      <ViewMenu pane={pane} />
      {pane && pane.series.frames.length > 1 && <CineTools cine={cine} />}
      <KeepTools pane={pane} study={study} />
      <ToolbarButton
        icon={<IconColumns2 {...iconLook} />}
        label={t("compare")}
        keys="C"
        isOn={isComparing}
        onClick={onCompare}
      />
      {pane && pane.series.frames.length > 1 && (
        <ToolbarButton
          icon={<IconCube3dSphere {...iconLook} />}
          label={t("planes")}
          keys="M"
          onClick={onPlanes}
        />
      )}
    </div>
  );
}

interface ToolButtonProps {
  readonly tool: Tool;
  readonly study: Study;
}

function ToolButton({ tool, study }: ToolButtonProps) {
  const t = useTranslations("imaging");
  const keys =
    tool === "window" || tool === "scroll" || tool === "pan" || tool === "zoom" ? undefined : keyOfTool(tool);
  return (
    <ToolbarButton
      icon={<ToolIcon tool={tool} />}
      label={t(`tool.${tool}`)}
      isOn={study.tool === tool}
      {...(keys !== undefined && { keys })}
      onClick={() => study.chooseTool(tool)}
    />
  );
}

function MarkTools({ study }: { readonly study: Study }) {
  const t = useTranslations("imaging");
  const more = moreTools.find((tool) => tool === study.tool);
  return (
    <>
      <i className="toolbar-line" />
      {markTools.map((tool) => (
        <ToolButton key={tool} tool={tool} study={study} />
      ))}
      <Menu
        target={
          <ToolbarButton
            icon={more ? <ToolIcon tool={more} /> : <IconShape {...iconLook} />}
            label={more ? t(`tool.${more}`) : t("moreTools")}
            data-on={more && ""}
          />
        }
      >
        {moreTools.map((tool) => (
          <MenuItem key={tool} icon={<ToolIcon tool={tool} />} onClick={() => study.chooseTool(tool)}>
            {t(`tool.${tool}`)}
          </MenuItem>
        ))}
      </Menu>
      <i className="toolbar-line" />
    </>
  );
}

function WindowChoice({ pane }: { readonly pane: PaneHandle | undefined }) {
  const t = useTranslations("imaging");
  const state = useViewState(pane?.viewport);
  if (!pane || !state || pane.series.frames[state.index]?.isInColour) return null;
  const { window, ownWindow } = state;
  const { modality } = pane.series;
  const names = windowsFor(modality);
  const now = window && nameOfWindow(modality, window, firstWindow(pane.series) ?? ownWindow);
  const choose = (value: string) => {
    const name: WindowName | undefined = names.find((one) => one === value);
    const chosen = name && windowNamed(name, pane.viewport, pane.series);
    if (chosen) pane.viewport.setWindow(chosen);
  };
  return (
    <select
      className="box-select"
      aria-label={t("windows")}
      value={now ?? ""}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {now === undefined && <option value="">{t("windowName.hand")}</option>}
      {names.map((name) => (
        <option key={name} value={name}>
          {t(`windowName.${name}`)}
        </option>
      ))}
    </select>
  );
}

function ViewMenu({ pane }: { readonly pane: PaneHandle | undefined }) {
  const t = useTranslations("imaging");
  return (
    <Menu target={<ToolbarButton icon={<IconDots {...iconLook} />} label={t("moreView")} />}>
      <MenuItem onClick={() => pane?.act({ is: "invert" })}>{t("invert")}</MenuItem>
      <MenuItem onClick={() => pane?.viewport.rotate()}>{t("rotate")}</MenuItem>
      <MenuItem onClick={() => pane?.viewport.flip()}>{t("flip")}</MenuItem>
      <MenuItem onClick={() => pane?.act({ is: "reset" })}>{t("reset")}</MenuItem>
    </Menu>
  );
}

function CineTools({ cine }: { readonly cine: Cine }) {
  const t = useTranslations("imaging");
  return (
    <>
      <ToolbarButton
        icon={cine.isPlaying ? <IconPlayerPause {...iconLook} /> : <IconPlayerPlay {...iconLook} />}
        label={cine.isPlaying ? t("stop") : t("play")}
        isOn={cine.isPlaying}
        onClick={cine.toggle}
      />
      <select
        className="box-select"
        aria-label={t("speed")}
        value={cine.rate}
        onChange={(event) => cine.setRate(Number(event.currentTarget.value))}
      >
        {cineRates.map((rate) => (
          <option key={rate} value={rate}>
            {t("rate", { rate })}
          </option>
        ))}
      </select>
    </>
  );
}

/** Pressed where this seat made a key image of the picture on screen. */
function KeyImageButton({ pane }: { readonly pane: PaneHandle }) {
  const t = useTranslations("imaging");
  const placed = usePlacedMarks(pane.series);
  const index = useViewState(pane.viewport)?.index ?? 0;
  return (
    <ToolbarButton
      icon={<IconStar {...iconLook} />}
      label={t("keyImage")}
      keys="K"
      isOn={ownKeyImage(placed, index) !== undefined}
      onClick={() => pane.act({ is: "key-image" })}
    />
  );
}

function KeepTools({ pane, study }: { readonly pane: PaneHandle | undefined; readonly study: Study }) {
  const t = useTranslations("imaging");
  return (
    <>
      {study.marks.drawing && pane && <KeyImageButton pane={pane} />}
      {study.choose && (
        <ToolbarButton
          icon={<IconLineScan {...iconLook} />}
          label={t("useAsEvidence")}
          keys="E"
          onClick={() => pane?.act({ is: "evidence" })}
        />
      )}
    </>
  );
}
