import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useLatest } from "../thread/use-latest.ts";
import type { ImagePaneProps, PaneSlot } from "./image-pane.tsx";
import type { ImageViewport } from "./image-viewport.ts";
import { keyImage } from "./mark-anchor.ts";
import { isLoop, type OpenSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import { isViewTool, useStudy } from "./study-context.ts";
import type { useDrawing } from "./use-drawing.ts";
import { ownKeyImage, type PlacedMark } from "./use-pane-marks.ts";
import { firstWindow } from "./use-viewport.ts";
import type { KeyAct } from "./viewer-keys.ts";
import { fixedWindow, type ValueWindow, type WindowName, windowsFor } from "./window-presets.ts";

export interface PaneParts {
  readonly slot: PaneSlot;
  readonly study: OpenStudy;
  readonly series: OpenSeries;
  readonly viewport: ImageViewport | undefined;
  readonly placed: readonly PlacedMark[];
  readonly drawing: ReturnType<typeof useDrawing>;
  readonly step: (by: number) => void;
  readonly onHandle: ImagePaneProps["onHandle"];
}

/** What tools and keys do to this picture. */
export function usePaneHandle(parts: PaneParts): void {
  const { slot, study, series, viewport, onHandle } = parts;
  const act = useLatest(useActs(parts));
  const isPlacing = useLatest(parts.drawing.cursor !== undefined);
  useEffect(() => {
    if (!viewport) return undefined;
    onHandle(slot, {
      study,
      series,
      viewport,
      act: (asked) => act.current(asked),
      isPlacing: () => isPlacing.current,
    });
    return () => onHandle(slot, undefined);
  }, [slot, study, series, viewport, onHandle, act, isPlacing]);
}

function useActs(parts: PaneParts): (act: KeyAct) => boolean {
  const { viewport, drawing } = parts;
  const { tool } = useStudy();
  const onMarks = useMarkActs(parts);
  return (act) => {
    switch (act.is) {
      case "tool":
        drawing.begin();
        return true;
      case "move":
        drawing.move(act.by);
        return true;
      case "place":
        if (isViewTool(tool)) return false;
        drawing.place();
        return true;
      case "leave":
        return drawing.leave();
      case "key-image":
      case "evidence":
      case "remove":
        return onMarks(act.is);
      case "step":
      case "end":
      case "window":
      case "zoom":
      case "invert":
      case "reset":
      case "mark":
      case "compare":
      case "planes":
      case "cine":
        return viewport ? actOnView(act, viewport, parts) : false;
    }
  };
}

type ViewAct = Exclude<KeyAct, { readonly is: "tool" | "move" | "place" | "leave" | MarkAct }>;

function actOnView(act: ViewAct, viewport: ImageViewport, { series, step }: PaneParts): boolean {
  switch (act.is) {
    case "step":
      step(act.by);
      return true;
    case "end":
      step(act.last ? series.frames.length : -series.frames.length);
      return true;
    case "window": {
      const name = windowsFor(series.modality)[act.place];
      const window = name && windowNamed(name, viewport, series);
      if (window) viewport.setWindow(window);
      return window !== undefined;
    }
    case "zoom":
      viewport.zoomBy(act.factor);
      return true;
    case "invert":
      viewport.invert();
      return true;
    case "reset":
      viewport.reset(firstWindow(series));
      return true;
    case "mark":
    case "compare":
    case "planes":
    case "cine":
      return false;
  }
}

type MarkAct = "key-image" | "evidence" | "remove";

export const windowNamed = (
  name: WindowName,
  viewport: ImageViewport,
  series: OpenSeries,
): ValueWindow | undefined =>
  fixedWindow(name) ??
  (name === "full" ? viewport.fullWindow() : (firstWindow(series) ?? viewport.fullWindow()));

function useMarkActs({ viewport, study, series, placed }: PaneParts) {
  const t = useTranslations("imaging");
  const { marks, addMark, choose } = useStudy();
  return (act: MarkAct): boolean => {
    const frame = viewport?.frame;
    const index = viewport?.getSnapshot().index ?? 0;
    const open = placed.find(({ mark }) => mark.isOpen)?.mark;
    if (act === "remove") {
      if (!open?.isOwn || !marks.drawing) return false;
      marks.drawing.remove(open);
      return true;
    }
    const anchor = frame && keyImage(study.id, series, frame, viewport?.getSnapshot());
    if (!anchor) return false;
    if (act === "key-image") {
      const mine = ownKeyImage(placed, index);
      if (mine) marks.drawing?.remove(mine);
      else if (marks.drawing) addMark(anchor);
      return marks.drawing !== undefined;
    }
    if (!choose) return false;
    const isHere = open && placed.some(({ mark, index: at }) => mark.id === open.id && at === index);
    const says = isHere ? open.anchor.mark?.says : undefined;
    const slice = String(index + 1);
    const isFrame = isLoop(series.frames);
    const plain = t(isFrame ? "frameQuote" : "sliceQuote", { slice });
    const quote = says ? t("sliceSays", { slice, says }) : plain;
    const picture = { is: isFrame ? "picture" : "slice", number: index + 1 } as const;
    choose({ anchor: isHere ? open.anchor : anchor, quote, picture });
    return true;
  };
}
