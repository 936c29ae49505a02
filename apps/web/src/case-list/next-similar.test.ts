import { expect, test } from "vitest";
import { nextSimilar } from "./next-similar.ts";

type Case = Parameters<typeof nextSimilar>[0][number];

const due = (day: number): Case["clocks"] => [
  {
    id: `C${day}`,
    kind: "opinion",
    state: "running",
    from: null,
    due: `2026-11-${day}T12:00:00Z`,
    met: null,
    zone: "UTC",
    pausedReason: null,
  },
];
const item = (id: string, title: string, day: number, more: Partial<Case> = {}): Case => ({
  id,
  title,
  specialty: "oncology",
  firstQuestion: null,
  state: "in-review",
  clocks: due(day),
  ...more,
});

const liver = [
  item("B", "Liver metastases", 12),
  item("A", "Liver metastases", 11),
  item("C", "Liver metastases", 13),
];
const cyst = item("D", "Cyst of the pancreas", 10);
const valve = item("E", "Aortic stenosis", 9, { specialty: "cardiology" });

const all = [...liver, cyst, valve];
const after = (id: string) => nextSimilar(all, id)?.id;

test("the next of the group is the one due next, and after the last comes the first", () => {
  expect([after("A"), after("B"), after("C")]).toEqual(["B", "C", "A"]);
});

test("a case alone in its group leads to the next of its specialty; one alone in its specialty nowhere", () => {
  expect(nextSimilar([...liver, cyst, valve], "D")?.id).toBe("A");
  expect(nextSimilar([...liver, cyst, valve], "E")).toBeUndefined();
});

test("what is signed or withdrawn is passed over, and a case that is not in the list leads nowhere", () => {
  const cases = [item("A", "Liver", 1), item("B", "Liver", 2, { state: "signed" }), item("C", "Liver", 3)];
  expect(nextSimilar(cases, "A")?.id).toBe("C");
  expect(nextSimilar(cases, "X")).toBeUndefined();
});
