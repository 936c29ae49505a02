import { expect, test } from "vitest";
import { findItems, partsOfTemplate, type SlashItem, snippetsFor } from "./slash-items.ts";

const item = (name: string): SlashItem => ({ kind: "text", of: "snippet", name, text: name });
const named = (items: readonly SlashItem[]) => items.map(({ name }) => name);

test("what is typed is looked for without accents and case, from the beginning of a word", () => {
  const items = [item("Leberläsion, unklar"), item("No examination"), item("Table")];
  expect(named(findItems(items, "LASI"))).toEqual([]);
  expect(named(findItems(items, "leberla unk"))).toEqual(["Leberläsion, unklar"]);
  expect(named(findItems(items, ""))).toHaveLength(3);
});

const of = (name: string, section: "findings" | null) => ({ id: name, name, section, text: "x" });

test("a snippet of another section is not offered", () => {
  const all = [of("any", null), of("findings", "findings")];
  expect(snippetsFor(all, "limitations").map(({ name }) => name)).toEqual(["any"]);
  expect(snippetsFor(all, "findings")).toHaveLength(2);
});

test("the parts of a template are its blocks, a heading with what stands below it", () => {
  const parts = partsOfTemplate(
    "## Images\n\nLevel by level: canal: […]\n\n- Side: […]\n- Pain: […]\n\nAlignment: […]",
  );
  expect(parts).toEqual([
    { name: "Images", text: "## Images\n\nLevel by level: canal: […]" },
    { name: "Side", text: "- Side: […]\n- Pain: […]" },
    { name: "Alignment", text: "Alignment: […]" },
  ]);
});
