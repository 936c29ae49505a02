import type { Rectangle } from "@consilium/workspace";

/** A point of a page, and where in the stage it is seen. */
export interface StagePlace {
  readonly page: number;
  /** Parts of the page as it is shown. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels from the stage's corner. */
  readonly atX: number;
  readonly atY: number;
}

/** What lies under a point of the window. Undefined: the stage holds no page. */
export function placeUnder(stage: Element, clientX: number, clientY: number): StagePlace | undefined {
  const frame = frameAt(stage, clientY);
  if (!frame) return undefined;
  const around = stage.getBoundingClientRect();
  const { left, top, width, height } = frame.getBoundingClientRect();
  return {
    page: pageOf(frame),
    x: width > 0 ? (clientX - left) / width : 0,
    y: height > 0 ? (clientY - top) / height : 0,
    atX: clientX - around.left,
    atY: clientY - around.top,
  };
}

export function placeInMiddle(stage: Element): StagePlace | undefined {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return placeUnder(stage, left + width / 2, top + height / 2);
}

/** The page that is being read: the one in the middle; at the end of all the last one, which may be small. */
export function pageBeingRead(stage: Element): number {
  const { top, height, bottom } = stage.getBoundingClientRect();
  const isAtEnd = stage.scrollTop > 0 && stage.scrollTop + stage.clientHeight >= stage.scrollHeight - 1;
  const frame = frameAt(stage, isAtEnd ? bottom : top + height / 2);
  return frame ? pageOf(frame) : 1;
}

/** Scrolls so that the point is seen where it was. */
export function bringBack(stage: Element, { page, x, y, atX, atY }: StagePlace): void {
  const frame = frameOf(stage, page);
  if (!frame) return;
  const around = stage.getBoundingClientRect();
  const { left, top, width, height } = frame.getBoundingClientRect();
  stage.scrollBy({
    left: left + x * width - around.left - atX,
    top: top + y * height - around.top - atY,
    behavior: "instant",
  });
}

/** Scrolls so that a point of a page, as it is shown, is in the middle. */
export function bringToMiddle(stage: Element, place: Pick<StagePlace, "page" | "x" | "y">): void {
  const { width, height } = stage.getBoundingClientRect();
  bringBack(stage, { ...place, atX: width / 2, atY: height / 2 });
}

/** Pixels that stay free above a page that is gone to. */
const gap = 12;

/** A page to the top; or a part of it, as it is shown, to the middle unless all of it is in sight. */
export function bringIntoSight(stage: Element, page: number, part?: Rectangle): void {
  const frame = frameOf(stage, page);
  if (!frame) return;
  const around = stage.getBoundingClientRect();
  const { left, top, width, height } = frame.getBoundingClientRect();
  if (!part) {
    stage.scrollBy({ top: top - around.top - gap, behavior: "instant" });
    return;
  }
  const box = {
    x: left + part[0] * width,
    y: top + part[1] * height,
    w: part[2] * width,
    h: part[3] * height,
  };
  const isSeen =
    box.x >= around.left &&
    box.y >= around.top &&
    box.x + box.w <= around.right &&
    box.y + box.h <= around.bottom;
  if (isSeen) return;
  stage.scrollBy({
    left: box.x + box.w / 2 - (around.left + around.width / 2),
    top: box.y + box.h / 2 - (around.top + around.height / 2),
    behavior: "instant",
  });
}

export const frameOf = (stage: Element, page: number): Element | null =>
  stage.querySelector(`[data-page="${page}"]`);

export const pageOf = (frame: Element): number => Number(frame.getAttribute("data-page"));

/** The last page that begins above the height; pages stand one below the other. */
function frameAt(stage: Element, clientY: number): Element | undefined {
  const frames = [...stage.querySelectorAll("[data-page]")];
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((frames[middle]?.getBoundingClientRect().top ?? 0) <= clientY) low = middle;
    else high = middle - 1;
  }
  return frames[low];
}
