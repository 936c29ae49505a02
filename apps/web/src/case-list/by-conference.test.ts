import { expect, test } from "vitest";
import { byConference } from "./by-conference.ts";

const meets = (name: string, startsAt: string, live = false) => ({ name, conference: { live, startsAt } });

test("among the conferences, what goes on stands first, then what begins first", () => {
  const cases = [
    meets("tomorrow", "2026-11-25T08:00:00Z"),
    meets("nobody began", "2026-11-24T08:00:00Z"),
    meets("now", "2026-11-24T15:00:00Z", true),
  ];
  expect(byConference(cases).map(({ name }) => name)).toEqual(["now", "nobody began", "tomorrow"]);
});
