import { loadMessages } from "@consilium/language";
import { cleanup, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { SearchBar } from "./search-bar.tsx";
import type { Search } from "./use-search.ts";

const messages = await loadMessages("en");

const blank: Search = {
  sought: "",
  seek: () => undefined,
  found: [],
  now: undefined,
  step: () => undefined,
  read: 0,
  without: 0,
};

function said(search: Partial<Search>, hasWords: boolean): string | null {
  render(
    <LanguageProvider language="en" messages={messages} zone="UTC">
      <SearchBar search={{ ...blank, ...search }} count={4} hasWords={hasWords} onClose={() => undefined} />
    </LanguageProvider>,
  );
  const { textContent } = screen.getByRole("status");
  cleanup();
  return textContent;
}

const found = [
  { page: 2, start: 0, end: 8 },
  { page: 4, start: 0, end: 8 },
];
const pictures = "The pages are pictures: their words cannot be searched.";

test("what is found is counted, whatever the record says of the first pages", () => {
  for (const hasWords of [true, false])
    expect(said({ sought: "dose", found, now: 1, read: 4 }, hasWords)).toBe("2 of 2");
});

test("a scan is said to be one before words are typed, and when all pages were read", () => {
  expect(said({}, false)).toBe(pictures);
  expect(said({}, true)).toBe("");
  expect(said({ sought: "dose", read: 2, without: 2 }, false)).toBe("");
  expect(said({ sought: "dose", read: 4, without: 4 }, true)).toBe(pictures);
  expect(said({ sought: "dose", read: 4, without: 1 }, false)).toBe("Nothing found.");
});
