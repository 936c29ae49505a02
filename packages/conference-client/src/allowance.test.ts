import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Allowance } from "./allowance.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const manyOf = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));

test("what is said at once goes at once, and more of it in order and in time", () => {
  const sent: string[] = [];
  const allowance = new Allowance((text) => sent.push(text));
  for (const text of manyOf(70)) allowance.say(text);
  expect(sent).toEqual(manyOf(60));
  vi.advanceTimersByTime(500);
  expect(sent).toEqual(manyOf(65));
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual(manyOf(70));
});

test("after a line was lost nothing of it is sent, and what was used up fills again", () => {
  const sent: string[] = [];
  const allowance = new Allowance((text) => sent.push(text));
  for (const text of manyOf(70)) allowance.say(text);
  allowance.forget();
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(60);
  for (const text of manyOf(61)) allowance.say(text);
  expect(sent).toHaveLength(120);
  allowance.close();
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(120);
});
