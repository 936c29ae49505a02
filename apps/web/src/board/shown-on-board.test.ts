import { expect, test } from "vitest";
import { nobody, readBoardSearch } from "./board-search.ts";
import { peopleOnBoard, type ShownItem, shownOnBoard } from "./shown-on-board.ts";

const person = (name: string, role: ShownItem["people"][number]["role"], ended = false) => ({
  seat: "",
  name,
  initials: "",
  role,
  mode: null,
  profession: null,
  workplace: null,
  colour: 0,
  ended,
  own: false,
});
const item = (id: string, of: Partial<ShownItem>) => ({
  id,
  people: [person("Joana", "coordinator"), person("Marisol", "patient")],
  specialty: "oncology",
  hasAuthor: true,
  column: "in-review" as const,
  ...of,
});
const items = [
  item("a", { people: [person("Ingrid", "specialist"), person("Noor", "specialist", true)] }),
  item("b", { specialty: "spine", hasAuthor: false }),
  item("c", { hasAuthor: false, column: "delivered" }),
];
const shown = (search: Parameters<typeof shownOnBoard>[1]) => shownOnBoard(items, search).map(({ id }) => id);

test("the board can be narrowed by whoever works on its cases, and not by patients or who has left", () => {
  expect(peopleOnBoard(items)).toEqual(["Ingrid", "Joana"]);
  expect(shown({})).toEqual(["a", "b", "c"]);
  expect(shown({ who: "Ingrid" })).toEqual(["a"]);
  expect(shown({ who: "Noor" })).toEqual([]);
  expect(shown({ who: "Joana", specialty: "spine" })).toEqual(["b"]);
});

test("nobody's are those that no specialist writes and that are not delivered", () => {
  expect(shown({ who: nobody })).toEqual(["b"]);
});

test("an address that says nothing sensible narrows nothing", () => {
  expect(readBoardSearch({ who: "", specialty: 3, more: "x" })).toEqual({});
  expect(readBoardSearch({ who: "Ingrid" })).toEqual({ who: "Ingrid" });
});
