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

test("after two silent seconds the ways are looked for, after three the line, both once more, and then the line now and then", () => {
  expect(actsOf(Array<boolean>(30).fill(true))).toEqual([
    [2, "look-again"],
    [3, "reconnect"],
    [5, "look-again"],
    [8, "reconnect"],
    [18, "reconnect"],
    [28, "reconnect"],
  ]);
});

test("a pause of a second is none, and whatever arrives begins it anew", () => {
  expect(actsOf([true, false, true, false, true, true, false, true])).toEqual([[6, "look-again"]]);
});
