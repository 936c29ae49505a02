import { expect, test } from "vitest";
import { parseAnchor } from "./anchor.ts";
import { makePageAnchor, makeRegionAnchor } from "./make-page-anchor.ts";
import type { Rectangle } from "./page-anchor.ts";
import { valueOf } from "./testing/value-of.ts";

const page = { record: "01ARZ3NDEKTSV4RRFFQ69G5FAV", sha256: "a".repeat(64), page: 3 };
const line: Rectangle = [0.1, 0.2, 0.5, 0.02];
const text = "The lesion in segment VI has grown. The lesion in segment VII has not.";

test("words of a page are quoted with what stands around them, without the blanks at their ends", () => {
  const start = text.indexOf(" segment VII");
  const made = makePageAnchor(page, [line], text, start, start + " segment VII ".length);
  expect(made).toMatchObject({
    ok: true,
    value: {
      quote: {
        exact: "segment VII",
        prefix: text.slice(start + 1 - 32, start + 1),
        suffix: " has not.",
      },
    },
  });
  const anchor = valueOf(made);
  expect(parseAnchor(JSON.parse(JSON.stringify(anchor)))).toEqual(anchor);
});

test("blanks alone, no place, and too many words make no anchor", () => {
  expect(makePageAnchor(page, [line], "a   b", 1, 4)).toEqual({ ok: false, reason: "no-words" });
  expect(makePageAnchor(page, [], text, 0, 10)).toEqual({ ok: false, reason: "no-words" });
  const long = "word ".repeat(401);
  expect(makePageAnchor(page, [line], long, 0, long.length)).toEqual({ ok: false, reason: "quote-too-long" });
});

test("a region has no words, and its picture may be a later one", () => {
  const made = makeRegionAnchor(page, line);
  expect(made).toEqual({ kind: "page", ...page, rectangles: [line], quote: null });
  expect(parseAnchor({ ...made })).toEqual(made);
});
