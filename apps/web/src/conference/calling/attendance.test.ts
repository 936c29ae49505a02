import { expect, test } from "vitest";
import { peopleOf } from "./attendance.ts";

test("who went out and came back is one person with two times, in the order in which they first came", () => {
  const attended = [
    { seat: "ben", name: "Ben", from: "2026-11-30T12:05:00.000Z", to: null },
    { seat: "ada", name: "Ada", from: "2026-11-30T12:10:00.000Z", to: "2026-11-30T12:20:00.000Z" },
    { seat: "ada", name: "Ada", from: "2026-11-30T12:00:00.000Z", to: "2026-11-30T12:04:00.000Z" },
  ];
  expect(peopleOf(attended)).toEqual([
    {
      seat: "ada",
      name: "Ada",
      spans: [
        { from: "2026-11-30T12:00:00.000Z", to: "2026-11-30T12:04:00.000Z" },
        { from: "2026-11-30T12:10:00.000Z", to: "2026-11-30T12:20:00.000Z" },
      ],
    },
    { seat: "ben", name: "Ben", spans: [{ from: "2026-11-30T12:05:00.000Z", to: null }] },
  ]);
});
