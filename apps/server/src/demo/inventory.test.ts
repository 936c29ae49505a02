import { type AddedRecord, type ClinicalRecord, specialtyList, takeInventory } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import { castOf } from "./cast.ts";
import { planRequests } from "./course.ts";
import { fileRecords } from "./filing.ts";
import { itemIdOf, planInventory } from "./inventory.ts";
import { demoCaseNames, readDemoCase } from "./read-content.ts";
import { planRecords } from "./records.ts";

const today = "2026-11-24";
const states = { open: "open", received: "here", unavailable: "unavailable" } as const;
/** Parts that are drawn when the demo has started. */
const drawn = ["images", "tracing", "slides"];

function inventoryOf(name: (typeof demoCaseNames)[number]) {
  const content = readDemoCase(name, today);
  const cast = castOf(content, today);
  const planned = planRecords(content, today);
  const addedAt = new Map(fileRecords(planned, content, cast).map(({ id, addedAt: at }) => [id, at]));
  const added = (record: ClinicalRecord): AddedRecord => ({
    ...record,
    added: (addedAt.get(record.id) ?? new Date(0)).toISOString(),
  });
  const items = takeInventory({
    listed: specialtyList(content.case.specialty),
    entries: planInventory(content, cast),
    requests: planRequests(content, cast).map(({ id, state, required, askedAt, answeredAt, words }) => ({
      id,
      required,
      what: words.what,
      item: words.item ?? null,
      state: states[state],
      asked: askedAt.toISOString(),
      answered: answeredAt?.toISOString() ?? null,
    })),
    records: planned.map(({ record }) => added(record)),
  });
  return { content, items };
}

describe.each(demoCaseNames)("the inventory of %s", (name) => {
  const { content, items } = inventoryOf(name);
  const written = content.records.inventory;

  test("comes to what the content says of every item", () => {
    const found = written.map(({ id, what }) => {
      const item = items.find((one) => one.id === itemIdOf(content, id));
      const isDrawnLater = item?.state === "incomplete" && item.absent.every((part) => drawn.includes(part));
      return { what, state: isDrawnLater ? "here" : item?.state };
    });
    const said = {
      have: "here",
      requested: "asked",
      unavailable: "unavailable",
      "not applicable": "not-applicable",
    } as const;
    expect(found).toEqual(written.map(({ what, state }) => ({ what, state: said[state] })));
  });

  test("names each thing once, and every request has its place", () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const shown = items.flatMap(({ request }) => (request ? [request.id] : []));
    expect(shown).toHaveLength(content.requests.length);
  });

  test("lacks nothing that the opinion cannot do without, but what is asked for or drawn later", () => {
    const lacking = items.filter(
      ({ state, isNeeded }) => isNeeded && !["here", "asked", "incomplete"].includes(state),
    );
    expect(lacking).toEqual([]);
  });
});
