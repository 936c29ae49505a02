import { expect, test } from "vitest";
import { pageText } from "./page-text.ts";
import type { WordLayer } from "./word-layers.ts";
import { chosenIn, pagesChosen } from "./words-places.ts";

/** As pdf.js lays them: an element for each run, none for an empty one. */
function layer(...lines: string[]): WordLayer {
  const element = document.createElement("div");
  document.body.append(element);
  const runs = lines.map((line) => {
    const span = document.createElement("span");
    span.textContent = line;
    if (line !== "") element.append(span);
    return span;
  });
  return { element, runs, text: pageText(lines.map((str) => ({ str, hasEOL: true }))) };
}

function choose(
  from: Node | undefined | null,
  start: number,
  to: Node | undefined | null,
  end: number,
): Range {
  if (!from || !to) throw new Error("There is nothing to choose from");
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

const words = (page: WordLayer, range: Range) => {
  const chosen = chosenIn(page, range);
  return chosen && page.text.text.slice(chosen.start, chosen.end);
};

test("what is selected over several lines is one stretch of the page's text", () => {
  const page = layer("The lesion in seg-", "", "ment VI has grown", "since May.");
  const range = choose(page.runs[0]?.firstChild, 4, page.runs[3]?.firstChild, 5);
  expect(words(page, range)).toBe("lesion in seg-ment VI has grown since");
});

test("a ligature before and in the selection does not shift it", () => {
  const page = layer("of the ﬁrst ofﬁce", "day");
  const { firstChild } = page.runs[0] ?? {};
  expect(words(page, choose(firstChild, 7, firstChild, 11))).toBe("first");
  expect(words(page, choose(firstChild, 12, firstChild, 17))).toBe("office");
});

test("a selection that begins above the page and ends in it is what of it lies on the page", () => {
  const above = document.createElement("p");
  above.textContent = "Discharge letter";
  document.body.append(above);
  const page = layer("First line", "second line");
  expect(words(page, choose(above.firstChild, 3, page.runs[1]?.firstChild, 6))).toBe("First line second");
});

test("a selection beside the words, and one that ends before their first letter, choose nothing", () => {
  const page = layer("First line");
  const below = document.createElement("p");
  below.textContent = "Comments";
  document.body.append(below);
  expect(words(page, choose(below.firstChild, 0, below.firstChild, 4))).toBeUndefined();
  const start = choose(page.runs[0]?.firstChild, 0, page.runs[0]?.firstChild, 0);
  expect(words(page, start)).toBeUndefined();
});

test("what is chosen over two pages is known to be more than one place holds", () => {
  const [first, second, third] = [layer("End of the first"), layer("Start of the next"), layer("Last")];
  if (!first || !second || !third) throw new Error("There are no pages");
  const layers = new Map([first, second, third].entries());
  const from = first.runs[0]?.firstChild;
  expect(pagesChosen(choose(from, 7, second.runs[0]?.firstChild, 5), layers)).toBe(2);
  expect(pagesChosen(choose(from, 0, from, 3), layers)).toBe(1);
  // It ends before the first letter of the next page.
  expect(pagesChosen(choose(from, 0, second.runs[0]?.firstChild, 0), layers)).toBe(1);
});
