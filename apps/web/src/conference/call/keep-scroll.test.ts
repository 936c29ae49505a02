import { expect, test } from "vitest";
import { keepScroll } from "./keep-scroll.ts";

/** As high as it is in the layout of now; 0: it is not shown. */
function elementOf(height: () => number): HTMLElement {
  const element = document.createElement("div");
  Object.defineProperty(element, "scrollHeight", { get: height });
  Object.defineProperty(element, "clientHeight", { get: () => Math.min(height(), 500) });
  return element;
}

function scrollTo(text: HTMLElement, top: number): void {
  text.scrollTop = top;
  text.dispatchEvent(new Event("scroll"));
}

/** A text in what is kept, and one that nobody has scrolled. */
function kept(height: () => number) {
  const [whole, text, unread] = [elementOf(height), elementOf(height), elementOf(height)];
  whole.append(text, unread);
  return { text, unread, scroll: keepScroll(whole) };
}

test("who has read half of a text is in its middle again where another layout makes it shorter", () => {
  let height = 4000;
  const { text, unread, scroll } = kept(() => height);
  scrollTo(text, 2000);
  // What a browser does with an element that leaves the page: nobody is told.
  text.scrollTop = 0;
  height = 1800;
  scroll.restore();
  expect([text.scrollTop, unread.scrollTop]).toEqual([900, 0]);
});

test("what is hidden meanwhile keeps its place until it is shown", () => {
  let height = 4000;
  const { text, scroll } = kept(() => height);
  scrollTo(text, 1000);
  height = 0;
  scrollTo(text, 0);
  scroll.restore();
  height = 2000;
  scroll.restore();
  expect(text.scrollTop).toBe(500);
});
