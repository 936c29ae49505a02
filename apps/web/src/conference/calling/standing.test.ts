import { expect, test } from "vitest";
import { announced, hereNow, sortConferences, standingOf } from "./standing.ts";
import { testConference } from "./testing-conferences.ts";

const at = (time: string) => new Date(`2026-11-30T${time}:00.000Z`);
const from = (time: string) => at(time).toISOString();

test("a conference is planned until its time, then late until somebody begins it", () => {
  expect(standingOf(testConference(), at("11:59"))).toBe("planned");
  expect(standingOf(testConference(), at("12:00"))).toBe("late");
  expect(standingOf(testConference({ state: "live" }), at("12:10"))).toBe("live");
});

test("one that was over before anybody came did not take place", () => {
  expect(standingOf(testConference({ state: "ended", begunAt: from("12:01") }), at("13:00"))).toBe("ended");
  expect(standingOf(testConference({ state: "ended" }), at("13:00"))).toBe("not-held");
});

test("what goes on stands first, then what comes next; what is over keeps the order of the server", () => {
  const live = testConference({ id: "live", state: "live", startsAt: from("15:00") });
  const soon = testConference({ id: "soon", startsAt: from("13:00") });
  const later = testConference({ id: "later", startsAt: from("14:00") });
  const over = testConference({ id: "over", state: "ended" });
  const cancelled = testConference({ id: "cancelled", state: "cancelled" });
  const { toCome, past } = sortConferences([later, cancelled, live, over, soon]);
  expect(toCome.map(({ id }) => id)).toEqual(["live", "soon", "later"]);
  expect(past.map(({ id }) => id)).toEqual(["cancelled", "over"]);
});

test("a conference is announced a quarter of an hour before it, and as long as it goes on", () => {
  const planned = testConference();
  expect(announced([planned], at("11:44"))).toBeUndefined();
  expect(announced([planned], at("11:45"))).toMatchObject({ is: "soon", minutes: 15 });
  expect(announced([planned], at("12:05"))).toMatchObject({ is: "soon", minutes: 0 });
  expect(announced([planned], at("12:46"))).toBeUndefined();
  const live = testConference({ id: "live", state: "live", startsAt: from("09:00") });
  expect(announced([planned, live], at("11:50"))).toMatchObject({ is: "live", conference: { id: "live" } });
});

test("nobody is told to come who may not", () => {
  const may = { come: false, change: false, inviteGuest: false, shareNotes: false, eraseRecordings: false };
  expect(announced([testConference({ state: "live", may })], at("12:00"))).toBeUndefined();
});

test("who came twice is in once, and who left is not", () => {
  const span = (seat: string, to: string | null) => ({ seat, name: seat, from: from("12:00"), to });
  const attended = [
    span("ada", from("12:05")),
    span("ada", null),
    span("ada", null),
    span("ben", from("12:09")),
  ];
  expect(hereNow({ attended })).toEqual(["ada"]);
});
