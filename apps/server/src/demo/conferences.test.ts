import { mayBeInvited } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { castOf } from "./cast.ts";
import { planConferences } from "./conferences.ts";
import { latestToday } from "./dates.ts";
import { demoCaseNames, readDemoCase } from "./read-content.ts";

/** Two days and nights, so that the content's newest day changes in between. */
const hours = Array.from({ length: 48 }, (_, hour) => new Date(Date.UTC(2026, 10, 24, hour, 30)));

const meetingsAt = (now: Date) =>
  demoCaseNames.flatMap((name) => {
    const today = latestToday(now, readDemoCase(name, "2026-11-24").organisation.zone);
    const content = readDemoCase(name, today);
    return planConferences(content, castOf(content, today));
  });

describe("the demo's conferences", () => {
  test("are to come, or were held, at whatever hour somebody begins: none is over that nobody ended", () => {
    const wrong = hours.flatMap((now) =>
      meetingsAt(now).filter((meeting) => (meeting.isOver ? meeting.startsAt > now : meeting.startsAt < now)),
    );
    expect(wrong).toEqual([]);
    expect(meetingsAt(hours[0] ?? new Date()).map(({ isOver }) => isOver)).toEqual([false, true]);
  });

  test("are of people who may come to them, and what is noted of one is written once it has begun", () => {
    for (const name of demoCaseNames) {
      const content = readDemoCase(name, "2026-11-24");
      const cast = castOf(content, "2026-11-24");
      for (const { invited, calledAt } of planConferences(content, cast)) {
        const seats = invited.map((id) => cast.seats.find((seat) => seat.id === id));
        expect(seats.filter((seat) => !seat || !mayBeInvited(seat, calledAt))).toEqual([]);
      }
      for (const [at, { written, state }] of content.meetings.entries())
        expect(
          state === "held" && cast.at(written) < (planConferences(content, cast)[at]?.startsAt ?? 0),
        ).toBe(false);
    }
  });

  test("one is of tomorrow afternoon in its own zone, and asks whom the content names, but no guest", () => {
    const content = readDemoCase("oncology", "2026-11-24");
    const cast = castOf(content, "2026-11-24");
    const [meeting] = planConferences(content, cast);
    expect(meeting?.startsAt).toEqual(new Date("2026-11-25T15:00:00Z"));
    const people = meeting?.invited.map((id) => cast.seats.find((seat) => seat.id === id)?.role);
    expect(people).toEqual(["patient", "proxy", "referrer", "specialist"]);
  });
});
