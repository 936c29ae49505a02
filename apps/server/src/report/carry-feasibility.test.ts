import { expect, test } from "vitest";
import { carryFeasibility } from "./carry-feasibility.ts";

const said = (opinion: string, item: string, state: "done" | "feasible") => ({
  documentId: `case/opinion.${opinion}`,
  item,
  state,
  note: null,
  seatId: "R",
  at: new Date(0),
});
const shortOf = (of: ReturnType<typeof carryFeasibility>) =>
  of.map(({ opinion, item, state, isOfEarlier }) => [opinion, item, state, isOfEarlier]);

test("what was said of a recommendation goes along with each correction, until something is said of the new one", () => {
  const corrections = [
    { from: "A", to: "B" },
    { from: "B", to: "C" },
  ];
  const found = carryFeasibility(
    [said("A", "1", "done"), said("A", "2", "done"), said("B", "2", "feasible")],
    corrections,
  );
  expect(shortOf(found)).toEqual([
    ["A", "1", "done", false],
    ["A", "2", "done", false],
    ["B", "2", "feasible", false],
    ["B", "1", "done", true],
    ["C", "2", "feasible", true],
    ["C", "1", "done", true],
  ]);
});

test("without a correction nothing goes anywhere", () => {
  expect(shortOf(carryFeasibility([said("A", "1", "done")], []))).toEqual([["A", "1", "done", false]]);
});
