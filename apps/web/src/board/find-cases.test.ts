import { expect, test } from "vitest";
import { findCases } from "./find-cases.ts";

const item = (number: string, name: string, title: string, people: readonly string[] = []) => ({
  number,
  title,
  patient: { name, initials: "", born: null, sex: null },
  people: people.map((person) => ({
    seat: person,
    name: person,
    initials: "",
    role: "specialist" as const,
    mode: null,
    profession: null,
    workplace: null,
    colour: 0,
    ended: person.startsWith("Former"),
    own: false,
  })),
});
const items = [
  item("CN-1", "Jomo Setälä", "Second seizure", ["Dr Noor Dastgir", "Former Reader"]),
  item("CN-2", "Lucía Marchetti", "Pancreas", ["Dr Piet Lammers"]),
];
const found = (sought: string) => findCases(items, sought).map(({ number }) => number);

test("a case is found by any words of its patient, its people, its number and its title, however they are typed", () => {
  expect(found("setala")).toEqual(["CN-1"]);
  expect(found("  LUCIA  pancreas ")).toEqual(["CN-2"]);
  expect(found("dastgir seizure")).toEqual(["CN-1"]);
  expect(found("cn-2")).toEqual(["CN-2"]);
  expect(found("")).toEqual(["CN-1", "CN-2"]);
});

test("words of two cases, and of who has left, find nothing", () => {
  expect(found("setala pancreas")).toEqual([]);
  expect(found("former")).toEqual([]);
});

test("no more are shown than can be looked through", () => {
  const many = Array.from({ length: 40 }, (_, at) => item(`CN-${at}`, "Ana", ""));
  expect(findCases(many, "ana")).toHaveLength(12);
});
