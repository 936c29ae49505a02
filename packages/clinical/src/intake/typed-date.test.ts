import { expect, test } from "vitest";
import { faultOfDate, readTypedDate } from "./typed-date.ts";

const bounds = { born: "1974-05-03", today: "2026-11-24" };
const typed = (words: string) => {
  const [day = "", month = "", year = ""] = words.split("/");
  return { day, month, year };
};

test.for([
  ["//", null],
  ["//2024", "2024"],
  ["/3/2024", "2024-03"],
  ["9/3/2024", "2024-03-09"],
  ["29/2/2024", "2024-02-29"],
  [" 24 / 11 /2026", "2026-11-24"],
  // As exact as it is known: neither is certainly before the birth, nor ahead.
  ["//1974", "1974"],
  ["/5/1974", "1974-05"],
  ["/11/2026", "2026-11"],
] as const)("%s is %s", ([words, date]) => {
  expect(readTypedDate(typed(words), bounds)).toEqual({ ok: true, date });
});

test.for([
  ["31/2/2024", "no-such-day"],
  ["30/2/2024", "no-such-day"],
  ["29/2/2023", "no-such-day"],
  ["1/13/2024", "no-such-day"],
  ["0/1/2024", "no-such-day"],
  ["1/1/", "year-missing"],
  ["1//2024", "day-missing"],
  ["//24", "not-a-date"],
  ["x/1/2024", "not-a-date"],
  ["2/5/1974", "before-birth"],
  ["/4/1974", "before-birth"],
  ["//1973", "before-birth"],
  ["//1899", "too-long-ago"],
  ["25/11/2026", "ahead"],
  ["//2027", "ahead"],
] as const)("%s is refused: %s", ([words, fault]) => {
  expect(readTypedDate(typed(words), bounds)).toEqual({ ok: false, fault });
});

test("a date of birth is a whole day, a date for surgery lies ahead", () => {
  const whole = { born: null, today: bounds.today, isWholeDay: true };
  expect(readTypedDate(typed("//1974"), whole)).toEqual({ ok: false, fault: "day-missing" });
  expect(readTypedDate(typed("3/5/1974"), whole)).toEqual({ ok: true, date: "1974-05-03" });
  expect(faultOfDate("2026-11-23", { ...bounds, ahead: "only" })).toBe("past");
  expect(faultOfDate("2026-11-24", { ...bounds, ahead: "only" })).toBeUndefined();
  expect(faultOfDate("2031-01-01", { ...bounds, ahead: "may" })).toBeUndefined();
});
