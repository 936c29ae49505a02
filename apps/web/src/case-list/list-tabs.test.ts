import { expect, test } from "vitest";
import { casesOnTab, isListTab, type ListTab, type Tabbed } from "./list-tabs.ts";

const seat = (role: Tabbed["seats"][number]["role"]) => ({ id: "S", role, mode: null, scopes: [] });
const item = (state: Tabbed["state"], role: Tabbed["seats"][number]["role"] = "specialist"): Tabbed => ({
  state,
  seats: [seat(role)],
  conference: null,
});

test("a specialist's signed case leaves the worklist, what is written stands among the drafts too", () => {
  const cases = [item("gathering-records"), item("in-review"), item("signed"), item("closed")];
  const on = (tab: ListTab) => casesOnTab(tab, cases).map(({ state }) => state);
  expect(on("work")).toEqual(["gathering-records", "in-review"]);
  expect(on("drafts")).toEqual(["in-review"]);
  expect(on("signed")).toEqual(["signed", "closed"]);
});

test("whoever refers or coordinates keeps a signed case in the worklist, and writes no draft", () => {
  const cases = [item("delivered", "referrer"), item("signed", "coordinator"), item("in-review", "referrer")];
  expect(casesOnTab("work", cases)).toEqual(cases);
  expect(casesOnTab("drafts", cases)).toEqual([]);
  expect(casesOnTab("signed", cases)).toEqual([]);
});

test("a case stands among the conferences as long as one is to come, signed or not", () => {
  const conference = { live: false, startsAt: "2026-12-02T15:00:00.000Z" };
  const cases = [item("in-review"), { ...item("signed"), conference }];
  expect(casesOnTab("conferences", cases)).toEqual([cases[1]]);
});

test("what is no tab is none", () => {
  expect(isListTab("signed")).toBe(true);
  expect(isListTab("board")).toBe(false);
});
