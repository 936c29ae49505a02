import { expect, test } from "vitest";
import { groupPatients, mayBeSamePatient } from "./same-patient.ts";

const mara = { name: "Mara Lind", born: "1961-04-09" };

test.for([
  [{ name: "LIND^MARA", born: "1961-04-09" }, true],
  [{ name: "Lind, Mara Sofía", born: null }, true],
  [{ name: "Mrs. Mara Lind", born: "1961" }, true],
  [{ name: "Mara Lind", born: "1961-04-19" }, false],
  [{ name: "Jonas Lind", born: null }, false],
  [{ name: "Lind", born: "1961-04-09" }, true],
  [{ name: "Lind", born: null }, false],
  [{ name: "Jonas Weber", born: "1961-04-09" }, false],
  [{ name: "Anonymous^Patient", born: null }, true],
  [{ name: "", born: "1958-01-01" }, false],
  [{ name: "", born: null }, true],
] as const)("%o and Mara Lind, born in 1961, may be one person: %s", ([other, same]) => {
  expect(mayBeSamePatient(mara, other)).toBe(same);
  expect(mayBeSamePatient(other, mara)).toBe(same);
});

test("accents and the order of names do not part anybody", () => {
  expect(mayBeSamePatient({ name: "Núñez^José", born: null }, { name: "Jose Nunez", born: null })).toBe(true);
});

test("files fall into as many groups as there are people", () => {
  const jonas = { name: "Weber^Jonas", born: "1958-02-01" };
  const people = [mara, jonas, { name: "Lind^Mara", born: null }, { name: "JONAS WEBER", born: "1958" }];
  expect(groupPatients(people).map((group) => group.map(({ name }) => name))).toEqual([
    ["Mara Lind", "Lind^Mara"],
    ["Weber^Jonas", "JONAS WEBER"],
  ]);
});
