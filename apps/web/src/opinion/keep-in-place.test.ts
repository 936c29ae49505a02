import { beforeEach, expect, test, vi } from "vitest";
import { keepInPlace } from "./keep-in-place.ts";

const scrollBy = vi.fn<(options: ScrollToOptions) => void>();
/** Tops and bottoms of three sections on the screen, which begins at 100. */
let places: [top: number, bottom: number][];

beforeEach(() => {
  scrollBy.mockClear();
  document.body.innerHTML = `<main id="content">${"<section class=section-block></section>".repeat(3)}</main>`;
  const main = document.getElementById("content");
  if (!main) throw new Error("There is a main.");
  main.scrollBy = (options) => {
    if (typeof options === "object") scrollBy(options);
  };
  main.getBoundingClientRect = () => new DOMRect(0, 100, 800, 600);
  for (const [at, block] of [...main.children].entries())
    block.getBoundingClientRect = () => {
      const [top, bottom] = places[at] ?? [0, 0];
      return new DOMRect(0, top, 800, bottom - top);
    };
  places = [
    [-500, 100],
    [100, 500],
    [500, 1000],
  ];
});

test("what grows above the screen is scrolled away", () => {
  keepInPlace(
    () =>
      (places = [
        [-500, 400],
        [400, 800],
        [800, 1300],
      ]),
  );
  expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: 300, behavior: "instant" });
});

test("what grows on the screen or below it moves nothing", () => {
  keepInPlace(
    () =>
      (places = [
        [-500, 100],
        [100, 900],
        [900, 2000],
      ]),
  );
  expect(scrollBy).not.toHaveBeenCalled();
});
