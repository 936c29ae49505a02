import { dayNumber, daysOf } from "@consilium/clinical";
import { expect, test } from "vitest";
import { layLanes } from "./lay-lanes.ts";
import { on } from "./testing-entries.ts";
import { markFrom } from "./timeline-keys.ts";

const lanes = layLanes(
  [
    on("ct", "2026-02-01", { lane: "imaging" }),
    on("mri", "2026-09-01", { lane: "imaging" }),
    on("lab", "2026-05-01", { lane: "laboratory" }),
    on("letter", "2026-08-01"),
  ],
  { window: daysOf("2026"), today: dayNumber(2026, 11, 28) },
  900,
);
const marks = new Map(lanes.flatMap((lane) => lane.marks).map((mark) => [mark.entries[0].id, mark]));

function from(id: string, key: string, isRightToLeft = false): string | undefined {
  const now = marks.get(id);
  return now && markFrom(key, now, lanes, isRightToLeft)?.entries[0].id;
}

test("the arrows go through time across the lanes, and stay at its ends", () => {
  expect(from("ct", "ArrowRight")).toBe("lab");
  expect(from("lab", "ArrowRight")).toBe("letter");
  expect(from("ct", "ArrowLeft")).toBe("ct");
  expect(from("mri", "ArrowRight")).toBe("mri");
  expect([from("lab", "Home"), from("lab", "End")]).toEqual(["ct", "mri"]);
});

test("where one reads from right to left the arrows are the other way round", () => {
  expect(from("lab", "ArrowRight", true)).toBe("ct");
  expect(from("lab", "ArrowLeft", true)).toBe("letter");
});

test("up and down lead to the nearest mark of the next lane", () => {
  expect(from("ct", "ArrowDown")).toBe("lab");
  expect(from("letter", "ArrowUp")).toBe("lab");
  expect(from("lab", "ArrowUp")).toBe("ct");
  expect(from("letter", "ArrowDown")).toBe("letter");
});

test("other keys are none of the timeline", () => {
  expect(from("ct", "Enter")).toBeUndefined();
  expect(from("ct", "j")).toBeUndefined();
});
