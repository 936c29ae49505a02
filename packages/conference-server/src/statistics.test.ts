import type { LineReport } from "@consilium/conference";
import { expect, test } from "vitest";
import { Statistics } from "./statistics.ts";

const line: LineReport = { quality: "good", over: "udp", roundTrip: 20, lost: 0, concealed: 0, frames: 20 };

test("a conference is counted by what its lines were, and by nobody's name", () => {
  const statistics = new Statistics();
  expect(statistics.summary()).toBeUndefined();
  for (let number = 1; number <= 100; number += 1)
    statistics.add(`seat ${number % 3}`, { ...line, roundTrip: number, frames: number });
  statistics.add("seat 0", {
    ...line,
    quality: "bad",
    over: "relay",
    roundTrip: null,
    lost: 0.2,
    frames: null,
  });
  expect(statistics.summary()).toEqual({
    people: 3,
    reports: 101,
    quality: { good: 100, weak: 0, bad: 1 },
    over: { udp: 100, tcp: 0, relay: 1 },
    roundTrip: { median: 51, worst: 96 },
    lost: { median: 0, worst: 0 },
    concealed: { median: 0, worst: 0 },
    frames: { median: 51, worst: 6 },
  });
  expect(JSON.stringify(statistics.summary())).not.toContain("seat");
});
