import { expect, test } from "vitest";
import { findDuplicates, isSameCitation, mergeCitations } from "./same-citations.ts";

test("an identifier decides, however it is written", () => {
  const one = { doi: "10.1056/NEJMoa1513721", title: "One title of a trial" };
  expect(isSameCitation(one, { doi: "https://doi.org/10.1056/nejmoa1513721" })).toBe(true);
  expect(isSameCitation(one, { ...one, doi: "10.1056/other" })).toBe(false);
  expect(isSameCitation({ ...one, pmid: "1" }, { ...one, pmid: "2" })).toBe(false);
});

test("without one in common the title and the year do; short titles say nothing", () => {
  const one = { title: "Fusion surgery for lumbar stenosis", year: 2016 };
  expect(
    isSameCitation({ ...one, pmid: "1" }, { ...one, title: "Fusion Surgery for lumbar stenosis." }),
  ).toBe(true);
  expect(isSameCitation(one, { title: one.title })).toBe(true);
  expect(isSameCitation(one, { ...one, year: 2017 })).toBe(false);
  expect(isSameCitation({ title: "Editorial" }, { title: "Editorial" })).toBe(false);
  expect(isSameCitation({}, {})).toBe(false);
});

test("of several that are one each leads to the first, and merging loses nothing that only one knows", () => {
  const [a, b, c] = [
    { id: "a", doi: "10.1000/1", title: "Kept title" },
    { id: "b", doi: "10.1000/2" },
    { id: "c", doi: "10.1000/1", title: "Other title", pmid: "3" },
  ];
  expect(findDuplicates([a, b, c])).toEqual([{ kept: a, again: c }]);
  expect(
    mergeCitations({ doi: "10.1000/1", title: "Kept title" }, { title: "Other title", pmid: "3" }),
  ).toEqual({
    doi: "10.1000/1",
    title: "Kept title",
    pmid: "3",
  });
});
