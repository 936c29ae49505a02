// @vitest-environment node

import { expect, test } from "vitest";
import { ClockWatch } from "./clock-watch.ts";

const hour = 3_600_000;
const server = Date.UTC(2026, 10, 25, 15);

/** A machine whose clock is so far ahead; what passes passes for both of its clocks. */
function machine(ahead: number) {
  let passed = 0;
  let set = ahead;
  return {
    now: () => server + passed + set,
    elapsed: () => passed,
    pass: (milliseconds: number) => {
      passed += milliseconds;
    },
    setTo: (milliseconds: number) => {
      set = milliseconds;
    },
  };
}

test.each([hour, -hour, 0])(
  "a clock that is %d ms ahead is found to be so, by the middle of the way",
  (ahead) => {
    const clocks = machine(ahead);
    const watch = new ClockWatch(clocks);
    const asked = clocks.now();
    clocks.pass(400);
    expect(watch.ahead(server + 200, asked)).toBe(ahead);
    clocks.pass(hour);
    expect(watch.hasJumped()).toBe(false);
  },
);

test("an answer from before a sleep, or over a clock that was set meanwhile, says nothing", () => {
  const clocks = machine(0);
  const watch = new ClockWatch(clocks);
  const asked = clocks.now();
  clocks.pass(hour);
  expect(watch.ahead(server, asked)).toBeUndefined();
  clocks.setTo(-2 * hour);
  expect(watch.ahead(server, asked)).toBeUndefined();
});

test.each([0, -hour])("a clock that is set to %d ms ahead is asked for anew", (ahead) => {
  const clocks = machine(hour);
  const watch = new ClockWatch(clocks);
  watch.ahead(server, clocks.now());
  clocks.setTo(ahead);
  expect(watch.hasJumped()).toBe(true);
  expect(watch.ahead(server, clocks.now())).toBe(ahead);
  expect(watch.hasJumped()).toBe(false);
});
