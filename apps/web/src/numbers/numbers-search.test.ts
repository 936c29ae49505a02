import { expect, test } from "vitest";
import { readNumbersSearch } from "./numbers-search.ts";

test("an address asks for a period that there is, as a word or a number, and for a specialty", () => {
  expect(readNumbersSearch({ days: 30, specialty: "spine" })).toEqual({ days: "30", specialty: "spine" });
  expect(readNumbersSearch({ days: "365" })).toEqual({ days: "365" });
});

test("what says nothing sensible asks for nothing", () => {
  expect(readNumbersSearch({ days: "7", specialty: "" })).toEqual({});
  expect(readNumbersSearch({ days: {}, specialty: "x".repeat(65) })).toEqual({});
});
