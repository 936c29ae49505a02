import { expect, test } from "vitest";
import { sourcesToAdd } from "./sources-to-add.ts";

test("each source comes once, and one that is there already says where", () => {
  const [one, two] = [
    { title: "One", pmid: "1" },
    { title: "Two", pmid: "2" },
  ];
  expect(sourcesToAdd([one, two, { ...one, title: "Again" }], [{ pmid: "9" }, { pmid: "2" }])).toEqual([
    { citation: one, known: undefined },
    { citation: two, known: 2 },
  ]);
});
