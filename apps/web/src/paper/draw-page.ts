import type { PDFPageProxy, RenderTask } from "pdfjs-dist";
import { pixelsPerPoint } from "./open-pdf.ts";
import type { Turns } from "./rectangles.ts";
import { sharpness } from "./zoom.ts";

/** A page that flies past is not drawn. In milliseconds. */
const patience = 60;

export interface Drawing {
  /** Resolves with the canvas; with undefined where the drawing was let go. */
  readonly done: Promise<HTMLCanvasElement | undefined>;
  readonly stop: () => void;
}

/** Draws a page at a scale of its natural size. */
export function drawPage(page: PDFPageProxy, scale: number, turns: Turns): Drawing {
  let task: RenderTask | undefined;
  let isStopped = false;
  const canvas = document.createElement("canvas");
  const draw = async () => {
    await new Promise((resolve) => setTimeout(resolve, patience));
    if (isStopped) return undefined;
    const rotation = (page.rotate + 90 * turns) % 360;
    const viewport = page.getViewport({ scale: scale * pixelsPerPoint, rotation });
    const ratio = sharpness(viewport, devicePixelRatio);
    canvas.width = Math.max(1, Math.floor(viewport.width * ratio));
    canvas.height = Math.max(1, Math.floor(viewport.height * ratio));
    task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    try {
      await task.promise;
    } catch (error) {
      if (isStopped) return undefined;
      throw error;
    }
    return canvas;
  };
  return {
    done: draw(),
    stop: () => {
      isStopped = true;
      task?.cancel();
    },
  };
}

/** Gives the canvas's memory back at once: browsers count it, and refuse more than so much. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
