import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test("initials are of the first and the last name, without a title", () => {
  expect(initialsOf("Dr Ingrid Hallström")).toBe("IH");
  expect(initialsOf("Marisol Quintana de la Vega")).toBe("MV");
  expect(initialsOf("Aurora")).toBe("A");
});

test("a letter outside the basic plane stays whole", () => {
  expect(initialsOf("𐐀lpha Beta")).toBe("𐐀B");
});
