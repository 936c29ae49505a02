import { expect, test } from "vitest";
import { patientAsked } from "./patient-asked.ts";

const patient = { id: "P", role: "patient" } as const;
const proxy = { id: "X", role: "proxy" } as const;
const author = { id: "A", role: "specialist" } as const;
const other = { id: "B", role: "specialist" } as const;
const seats = [patient, proxy, author, other];
const spoke = (seatId: string, day: number) => ({ seatId, at: new Date(Date.UTC(2026, 10, day)) });

test("the patient's side asked where it wrote after whoever looks last did, whatever others wrote since", () => {
  expect(patientAsked(seats, [author], [spoke("P", 3), spoke("A", 2)])).toBe(true);
  expect(patientAsked(seats, [author], [spoke("X", 3), spoke("P", 1), spoke("B", 4)])).toBe(true);
  expect(patientAsked(seats, [author], [spoke("P", 3), spoke("A", 3)])).toBe(false);
  expect(patientAsked(seats, [author], [spoke("A", 1)])).toBe(false);
  expect(patientAsked(seats, [author], [])).toBe(false);
});

test("the patient's own side is never told that it asked", () => {
  expect(patientAsked(seats, [proxy], [spoke("P", 3)])).toBe(false);
});
