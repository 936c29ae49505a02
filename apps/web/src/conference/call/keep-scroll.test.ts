import { expect, test } from "vitest";
import { keepScroll } from "./keep-scroll.ts";

/** As high as a text is in the layout of now. */
function textOf(height: () => number): HTMLElement {
  const text = document.createElement("div");
  Object.defineProperty(text, "scrollHeight", { get: height });
  return text;
}

test("who has read half of a text is in its middle again where another layout makes it shorter", () => {
  let height = 4_000;
  const [whole, text, unread] = [document.createElement("div"), textOf(() => height), textOf(() => 100)];
  whole.append(text, unread);
  text.scrollTop = 2_000;
  const scroll = keepScroll(whole);
  scroll.remember();
  // What a browser does with an element that leaves the page.
  text.scrollTop = 0;
  height = 1_800;
  scroll.restore();
  expect([text.scrollTop, unread.scrollTop]).toEqual([900, 0]);
});

test("what was remembered is used once", () => {
  const whole = document.createElement("div");
  const text = textOf(() => 1_000);
  whole.append(text);
  text.scrollTop = 500;
  const scroll = keepScroll(whole);
  scroll.remember();
  scroll.restore();
  text.scrollTop = 100;
  scroll.restore();
  expect(text.scrollTop).toBe(100);
});
