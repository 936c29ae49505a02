import { expect, test } from "vitest";
import { offsetAt, pageText, runsOf } from "./page-text.ts";

const run = (str: string, hasEOL = false) => ({ str, hasEOL });

test("a line's end is a blank, behind a hyphen it is nothing, and there are never two", () => {
  const { text } = pageText([
    run("The lesion has", true),
    run("not pro-", true),
    run("gressed. "),
    run("", true),
    run("Next."),
  ]);
  expect(text).toBe("The lesion has not pro-gressed. Next.");
});

test("ligatures and presentation forms are the letters they stand for", () => {
  expect(pageText([run("ﬁnding of the ofﬁce")]).text).toBe("finding of the office");
  expect(pageText([run("\uFEB3\uFEFC\uFEE1")]).text).toBe("\u0633\u0644\u0627\u0645");
  expect(pageText([run("e\u0301tude")]).text).toBe("étude");
});

test("a place in a run is an offset in the text, and back", () => {
  const page = pageText([run("a ﬁrst ", true), run("ofﬁce day")]);
  expect(page.text).toBe("a first office day");
  // Behind the ligature of the second run.
  const offset = offsetAt(page, { run: 1, offset: 3 });
  expect(page.text.slice(0, offset)).toBe("a first offi");
  expect(runsOf(page, offset, offset + 2)).toEqual([{ run: 1, from: 3, to: 5 }]);
});

test("words over the end of a run are pieces of both, without empty ones", () => {
  const page = pageText([run("partial"), run(" "), run("response", true), run("is seen")]);
  const start = page.text.indexOf("tial");
  const end = page.text.indexOf("seen") - 1;
  expect(runsOf(page, start, end)).toEqual([
    { run: 0, from: 3, to: 7 },
    { run: 1, from: 0, to: 1 },
    { run: 2, from: 0, to: 8 },
    { run: 3, from: 0, to: 2 },
  ]);
});

test("half of a ligature takes all of it, so that no word is found where nothing is drawn", () => {
  const page = pageText([run("ofﬁce")]);
  const start = page.text.indexOf("ice");
  expect(runsOf(page, start, start + 3)).toEqual([{ run: 0, from: 2, to: 5 }]);
});

test("a page without a word has an empty text", () => {
  expect(pageText([])).toEqual({ text: "", starts: [0], runs: [] });
  expect(runsOf(pageText([]), 0, 5)).toEqual([]);
});
