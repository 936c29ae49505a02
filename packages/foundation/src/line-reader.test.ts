import { expect, test, vi } from "vitest";
import { createLineReader } from "./line-reader.ts";

test("only lines that the text before did not have are read anew", () => {
  const read = vi.fn<(line: string) => number>((line) => line.length);
  const lengths = createLineReader(read);
  expect(lengths("one\nthree\n\none")).toEqual([3, 5, 0, 3]);
  expect(read.mock.calls).toEqual([["one"], ["three"], [""]]);
  read.mockClear();
  expect(lengths("three\nfour\none")).toEqual([5, 4, 3]);
  expect(lengths("three\nfour\none")).toEqual([5, 4, 3]);
  expect(read.mock.calls).toEqual([["four"]]);
});

test("lines of a text that is gone are not held", () => {
  const read = vi.fn<(line: string) => string>((line) => line);
  const lines = createLineReader(read);
  lines("gone");
  lines("here");
  lines("gone");
  expect(read.mock.calls).toEqual([["gone"], ["here"], ["gone"]]);
});
