import { expect, test } from "vitest";
import { emptyPlace, missingOf, toGiven } from "./new-place.ts";
import type { SeatedPerson } from "./people-api.ts";
import { inOrder, seesOf } from "./sees-of.ts";

const person = (seat: string, more: Partial<SeatedPerson> = {}): SeatedPerson => ({
  seat,
  name: seat,
  initials: "A",
  role: "care-team",
  mode: null,
  profession: null,
  workplace: null,
  colour: 0,
  ended: false,
  own: false,
  since: "2026-11-01T09:00:00.000Z",
  until: null,
  scopes: [],
  revealed: false,
  mayEnd: false,
  ...more,
});

test("of a specialist whose way of reading is not told, only what holds for all is said", () => {
  const specialist = (more: Partial<SeatedPerson>) => seesOf(person("a", { role: "specialist", ...more }));
  expect(specialist({ mode: null })).toBe("specialist");
  expect(specialist({ mode: "blind" })).toBe("blind");
  expect(specialist({ mode: "blind", revealed: true })).toBe("reader");
  expect(specialist({ mode: "author" })).toBe("author");
  expect(specialist({ mode: "attesting" })).toBe("attesting");
  expect(seesOf(person("b", { role: "coordinator" }))).toBe("coordinator");
});

test("who has a place now stands in the order of coming, ended places behind, the last one first", () => {
  const ended = (seat: string, until: string) => person(seat, { ended: true, until });
  const { seated, ended: over } = inOrder([
    ended("first", "2026-11-02T09:00:00.000Z"),
    person("here"),
    ended("second", "2026-11-05T09:00:00.000Z"),
    person("later"),
  ]);
  expect(seated.map(({ seat }) => seat)).toEqual(["here", "later"]);
  expect(over.map(({ seat }) => seat)).toEqual(["second", "first"]);
});

test("what is missing is said one at a time, in the order of the form", () => {
  const today = "2026-11-29";
  const place = { ...emptyPlace, email: "daughter@example.test", role: "proxy" as const };
  expect(missingOf({ ...place, email: "daughter@" }, today)).toBe("email");
  expect(missingOf({ ...place, role: null }, today)).toBe("role");
  expect(missingOf({ ...place, role: "specialist" }, today)).toBe("mode");
  expect(missingOf({ ...place, scopes: [] }, today)).toBe("scopes");
  expect(missingOf({ ...place, basis: " " }, today)).toBe("basis");
  const whole = { ...place, basis: "Her daughter" };
  expect(missingOf({ ...whole, until: "2026-11-28" }, today)).toBe("until");
  expect(missingOf({ ...whole, until: today }, today)).toBeUndefined();
});

test("the last day is whole where the case is looked after, and what belongs to another role is left out", () => {
  const place = { ...emptyPlace, email: " a@b.test ", basis: "Her daughter", until: "2026-12-24" };
  expect(toGiven(place, "proxy", "Europe/Stockholm")).toEqual({
    email: "a@b.test",
    role: "proxy",
    mode: null,
    scopes: ["read"],
    basis: "Her daughter",
    to: "2026-12-24T23:00:00.000Z",
  });
  expect(toGiven({ ...place, mode: "blind", until: "" }, "care-team", "UTC")).toMatchObject({
    mode: null,
    scopes: [],
    basis: null,
    to: null,
  });
});
