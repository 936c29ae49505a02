import { useTranslations } from "use-intl";
import { useThreads } from "../thread/threads-context.ts";
import { stepFrom } from "../thread/use-thread-keys.ts";
import { type SlideRoom, useSlide } from "./slide-context.ts";
import type { SlideAct } from "./slide-keys.ts";
import { timesAt, zoomFor } from "./slide-scale.ts";
import type { SlideViewport } from "./slide-viewport.ts";
import { anchorOf, type useSlideDrawing } from "./use-slide-drawing.ts";

export interface ActsOn {
  readonly viewport: SlideViewport | undefined;
  readonly drawing: ReturnType<typeof useSlideDrawing>;
  readonly onMove: () => void;
}

/** What tools and keys do. Gives whether something was done. */
export function useSlideActs({ viewport, drawing, onMove }: ActsOn): (act: SlideAct) => boolean {
  const room = useSlide();
  const onMarks = useMarkActs(viewport);
  return (act) => {
    if (!viewport) return false;
    switch (act.is) {
      case "tool":
        if (!room.marks.drawing) return false;
        room.chooseTool(act.tool);
        drawing.begin();
        return true;
      case "move": {
        const { zoom } = viewport.getSnapshot();
        drawing.move([act.by[0] / zoom, act.by[1] / zoom]);
        return true;
      }
      case "place":
        drawing.place();
        return true;
      case "leave": {
        const hasLeft = drawing.leave();
        if (room.tool !== "pan") room.chooseTool("pan");
        return hasLeft || room.tool !== "pan";
      }
      case "mark":
      case "evidence":
      case "remove":
        return onMarks(act);
      case "pan":
      case "zoom":
      case "magnify":
      case "turn":
      case "reset":
        onMove();
        return actOnView(act, viewport, room);
    }
  };
}

type ViewAct = Extract<SlideAct, { readonly is: "pan" | "zoom" | "magnify" | "turn" | "reset" }>;

function actOnView(act: ViewAct, viewport: SlideViewport, { slide }: SlideRoom): boolean {
  const { micrometres } = slide.content;
  switch (act.is) {
    case "pan":
      viewport.panByScreens(act.by);
      return true;
    case "zoom":
      viewport.zoomBy(act.factor);
      return true;
    case "magnify":
      if (micrometres === null) return false;
      viewport.zoomTo(zoomFor(act.times, micrometres));
      return true;
    case "turn":
      viewport.turn(act.degrees);
      return true;
    case "reset":
      viewport.reset();
      return true;
  }
}

type MarkAct = Extract<SlideAct, { readonly is: "mark" | "evidence" | "remove" }>;

function useMarkActs(viewport: SlideViewport | undefined) {
  const t = useTranslations("slide");
  const { open, openId } = useThreads();
  const { slide, marks, choose } = useSlide();
  const opened = marks.all.find(({ isOpen }) => isOpen);
  const toolName = useTranslations("imaging");

  function chooseEvidence(): boolean {
    const state = viewport?.getSnapshot();
    if (!choose || !viewport || !state?.affine) return false;
    if (opened) {
      const { mark } = opened.anchor;
      const quote = opened.words || (mark.says ?? toolName(`tool.${mark.tool}`));
      choose({ anchor: opened.anchor, quote });
      return true;
    }
    const anchor = anchorOf(slide, { tool: "rectangle", points: viewport.corners() }, null);
    const { micrometres } = slide.content;
    const times = micrometres === null ? null : Math.round(timesAt(state.zoom, micrometres) * 10) / 10;
    if (anchor) choose({ anchor, quote: times === null ? t("part") : t("partAt", { times }) });
    return anchor !== undefined;
  }

  return (act: MarkAct): boolean => {
    switch (act.is) {
      case "evidence":
        return chooseEvidence();
      case "remove":
        if (!opened?.isOwn || !marks.drawing) return false;
        marks.drawing.remove(opened);
        return true;
      case "mark": {
        const ids = marks.all.flatMap(({ thread }) => (thread ? [thread.id] : []));
        const next = stepFrom(ids.toSorted(), openId, act.step);
        if (next !== undefined) open(next);
        return next !== undefined;
      }
    }
  };
}
