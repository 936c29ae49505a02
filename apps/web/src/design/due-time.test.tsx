import { loadMessages } from "@consilium/language";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { LanguageProvider } from "../app/language.tsx";
import { type DueClock, DueTime } from "./due-time.tsx";

const messages = await loadMessages("en");
const now = new Date("2026-11-24T13:00:00Z");

function show(clock: DueClock, isNamed = false) {
  const { container } = render(
    <LanguageProvider language="en" messages={messages} zone="Europe/Stockholm" now={now}>
      <DueTime clock={clock} isNamed={isNamed} />
    </LanguageProvider>,
  );
  return {
    text: container.textContent,
    tone: container.querySelector(".due-time")?.getAttribute("data-tone"),
  };
}

const from = new Date("2026-11-20T08:00:00Z");

test("distance comes first, then the date in the reader's zone", () => {
  expect(show({ state: "running", from, due: new Date("2026-11-30T11:00:00Z") })).toEqual({
    text: "In 6 daysMon 30 Nov, 12:00",
    tone: null,
  });
});

test("from two days on it warns, and the passed hour is late on the same day", () => {
  expect(show({ state: "running", from, due: new Date("2026-11-26T16:00:00Z") })).toEqual({
    text: "In 2 daysThu 26 Nov, 17:00",
    tone: "warn",
  });
  expect(show({ state: "running", from, due: new Date("2026-11-24T12:00:00Z") })).toEqual({
    text: "LateTue 24 Nov, 13:00",
    tone: "stop",
  });
  expect(show({ state: "running", from, due: new Date("2026-11-23T16:00:00Z") }).text).toMatch(/^1 day late/);
});

test("a paused clock without an end says its reason", () => {
  expect(show({ state: "paused", until: null, reason: "The patient travels" }).text).toBe(
    "PausedThe patient travels",
  );
});

test("where nothing beside it says so, it says that the opinion is meant", () => {
  const soon = show({ state: "running", from, due: new Date("2026-11-26T11:00:00Z") }, true);
  const late = show({ state: "running", from, due: new Date("2026-11-22T11:00:00Z") }, true);
  expect(soon.text).toBe("Opinion due in 2 daysThu 26 Nov, 12:00");
  expect(late.text).toBe("Opinion 2 days lateSun 22 Nov, 12:00");
});
