import type { ReadingPlace } from "./reading-place.ts";

/** Elements that say what stands in them: a stretch of the text, or the values of one test. */
const spots = "[data-offset], [data-series]";

/** How far down people read: a part of the window's height. */
const readingHeight = 0.3;

const lineOf = (): number => window.innerHeight * readingHeight;

/** What is read now: the last spot that begins above the line. Undefined: the record shows none. */
export function readingIn(body: Element): ReadingPlace | undefined {
  const all = [...body.querySelectorAll(spots)];
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((all[middle]?.getBoundingClientRect().top ?? 0) <= lineOf()) low = middle;
    else high = middle - 1;
  }
  const spot = all[low];
  return spot && placeOfSpot(spot);
}

function placeOfSpot(spot: Element): ReadingPlace | undefined {
  const series = spot.getAttribute("data-series");
  if (series !== null) return { is: spot.closest("table") ? "table" : "trend", series };
  const offset = Number(spot.getAttribute("data-offset"));
  return Number.isInteger(offset) ? { is: "text", offset } : undefined;
}

/** Undefined: it is not on this screen. */
export function spotOf(body: Element, place: ReadingPlace): Element | undefined {
  switch (place.is) {
    case "text":
      return [...body.querySelectorAll("[data-offset]")].findLast(
        (spot) => Number(spot.getAttribute("data-offset")) <= place.offset,
      );
    case "table":
    case "trend": {
      const all = [...body.querySelectorAll(`[data-series="${CSS.escape(place.series)}"]`)];
      return all.find((spot) => (spot.closest("table") !== null) === (place.is === "table")) ?? all[0];
    }
    case "value":
      return body.querySelector(`[data-observation="${CSS.escape(place.observation)}"]`) ?? undefined;
  }
}

/** Pixels below the line at which a spot stands above it. */
const margin = 4;

/** Scrolls so that the same is read here: two who follow each other come to rest. */
export function bringToLine(spot: Element): void {
  const by = spot.getBoundingClientRect().top - lineOf() + margin;
  if (Math.abs(by) > 2 * margin) scrollerOf(spot).scrollBy({ top: by, behavior: "instant" });
}

function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === "auto" || overflowY === "scroll") && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
