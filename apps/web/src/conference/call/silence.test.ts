import { expect, test } from "vitest";
import { nextStep, type Silence } from "./silence.ts";

const actsOf = (silent: readonly boolean[]) => {
  let silence: Silence = { seconds: 0 };
  return silent.flatMap((isSilent, at) => {
    const step = nextStep(silence, isSilent);
    ({ silence } = step);
    return step.act === null ? [] : [[at + 1, step.act]];
  });
};

test("after three silent seconds the ways are looked for, after eight the line, and then now and then", () => {
  expect(actsOf(Array<boolean>(20).fill(true))).toEqual([
    [3, "look-again"],
    [8, "reconnect"],
    [18, "reconnect"],
  ]);
});

test("a pause of two seconds is none, and whatever arrives begins it anew", () => {
  expect(actsOf([true, true, false, true, true, false])).toEqual([]);
});
