import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { printable, printableLine } from "./printable.ts";

test.for([
  ["a character that controls", "a\u0000\u0007\u001B\u007F\u0090b", "ab"],
  ["the byte order mark", "\uFEFFa", "a"],
  ["half a character", "a\uD83Db", "a\uFFFDb"],
  ["what turns other words around", "a\u202E\u2066b\u2069\u202C", "ab"],
  ["a non-character", "a\uFFFF\u{1FFFE}b", "ab"],
  ["a tabulator", "a\tb", "a b"],
  ["breaks of other systems", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
] as const)("%s does not reach a page", ([, typed, printed]) => {
  expect(printable(typed)).toBe(printed);
});

test("marks that join and part letters, and the direction marks of one letter, stay", () => {
  const text = "نمی\u200Cخواهم\u200F e\u0301 👩\u200D⚕️";
  expect(printable(text)).toBe(text);
});

test("any text has a printable form that is its own", () => {
  assert(
    property(string({ unit: "binary" }), (text) => {
      const once = printable(text);
      expect(printable(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
      const line = printableLine(text);
      expect(printableLine(line)).toBe(line);
      expect(line).not.toMatch(/\n/);
    }),
  );
});
