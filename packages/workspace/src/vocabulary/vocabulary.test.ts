import { describe, expect, test } from "vitest";
import { itemFields, itemKinds, itemRules } from "./item-fields.ts";
import { marks, nodes } from "./rich-text.ts";
import type { Rule } from "./rule.ts";
import { sections } from "./sections.ts";
import { isDay, isPlainData } from "./values.ts";
import { vocabularyFor } from "./vocabulary.ts";

const ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

const takes = (rule: Rule | undefined, value: unknown): boolean =>
  rule?.holds === "scalar" && rule.accepts(value);

test("[SY-13] a section belongs to its kind of document, and meta to none", () => {
  expect(vocabularyFor("opinion").root("s.plain")?.holds).toBe("blocks");
  expect(vocabularyFor("story").root("s.plain")).toBeUndefined();
  expect(vocabularyFor("story").root("s.goals")?.holds).toBe("blocks");
  expect(vocabularyFor("layer").root("items")).toBeUndefined();
  for (const kind of ["opinion", "layer"] as const) expect(vocabularyFor(kind).root("meta")).toBeUndefined();
  expect(sections.opinion).toHaveLength(12);
});

test("which template a section was begun with is kept in an opinion, for sections that templates have", () => {
  const root = vocabularyFor("opinion").root("templates");
  const rule = (section: string) => (root?.holds === "entries" ? root.entry(section) : undefined);
  const use = { template: "opinion-spine", version: 1 };
  expect(takes(rule("summary"), use)).toBe(true);
  expect(takes(rule("summary"), { ...use, more: true })).toBe(false);
  expect(rule("plain")).toBeUndefined();
  expect(vocabularyFor("referral").root("templates")).toBeUndefined();
});

test("[SY-13] the answers of the intake stand in story and referral alone, under keys and as values that it knows", () => {
  const answers = vocabularyFor("story").root("intake");
  if (answers?.holds !== "entries") throw new Error("There are no answers");
  expect(takes(answers.entry(`entry.medicines.${ulid}`), { name: "Naproxen" })).toBe(true);
  expect(takes(answers.entry(`entry.medicines.${ulid}`), { name: 5 })).toBe(false);
  expect(answers.entry("hearing")).toBeUndefined();
  expect(vocabularyFor("referral").root("intake")?.holds).toBe("entries");
  for (const kind of ["story.prior", "opinion", "layer"] as const)
    expect(vocabularyFor(kind).root("intake")).toBeUndefined();
});

test("a field's name means the same in every kind of item that has it", () => {
  const kinds = new Map<string, unknown>();
  for (const fields of Object.values(itemFields))
    for (const [name, kind] of Object.entries(fields)) {
      expect([name, kinds.get(name) ?? kind]).toEqual([name, kind]);
      kinds.set(name, kind);
    }
});

test("every kind of item is listed, and its long texts are fragments", () => {
  expect(itemKinds.toSorted()).toEqual(Object.keys(itemFields).toSorted());
  for (const name of ["text", "for", "against", "discriminates", "action", "changes", "reason", "cannot"])
    expect([name, itemRules.get(name)?.holds]).toEqual([name, "blocks"]);
});

test("what commands keep as rows is no field of an item", () => {
  for (const name of ["feasibility", "done", "by", "contact"]) expect(itemRules.has(name)).toBe(false);
});

describe("[SY-13] values", () => {
  test.for([
    ["difference", "major", true],
    ["difference", "enormous", false],
    ["strength", null, true],
    ["due", "2026-12-08", true],
    ["due", "2026-02-30", false],
    ["citations", [ulid], true],
    ["citations", ["x"], false],
    ["preferred", true, true],
    ["preferred", "yes", false],
    ["year", 2023, true],
    ["year", -1, false],
    ["title", "x".repeat(1001), false],
    ["kind", "finding", true],
    ["kind", "prescription", false],
  ] as const)("%s may be %j: %s", ([field, value, isAllowed]) => {
    expect(takes(itemRules.get(field), value)).toBe(isAllowed);
  });

  test("plain data is bounded, has a canonical form and no prototype of the sender's", () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : { in: deep(levels - 1) });
    expect([isPlainData(deep(7)), isPlainData(deep(9))]).toEqual([true, false]);
    expect([isPlainData(Number.NaN), isPlainData(Infinity), isPlainData(1n)]).toEqual([false, false, false]);
    expect(isPlainData(Object.create({ admin: true }))).toBe(false);
    expect(isPlainData(Uint8Array.of(1))).toBe(false);
  });

  test("days are days of the calendar", () => {
    expect(["2026-11-24", "2026-13-01", "2026-11-24T10:00", "", 5].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

test("[SY-13] a link is an address by https or mailto, and nothing else", () => {
  const isLink = marks.get("link");
  const links = [
    { href: "https://who.int" },
    { href: "mailto:a@b.test" },
    { href: "javascript:alert(1)" },
    { href: "http://who.int" },
    { href: "https://who.int", onclick: "x" },
    "https://who.int",
  ];
  expect(links.map((link) => isLink?.(link))).toEqual([true, true, false, false, false, false]);
  expect(nodes.has("iframe")).toBe(false);
});
