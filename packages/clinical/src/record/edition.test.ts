import { expect, test } from "vitest";
import { type EditedRecord, type Edition, editionChanges } from "./edition.ts";

const nothing: Edition = { ids: [], set: null, version: null, replaces: [], patient: null };

const record = (
  id: string,
  edition: Partial<Edition>,
  changed: Partial<EditedRecord> = {},
): EditedRecord => ({
  id,
  kind: "note",
  title: "Discharge summary",
  edition: { ...nothing, ids: [`id-${id}`], ...edition },
  ...changed,
});
const version = (number: number, of = "set") => record(`v${number}`, { set: of, version: number });

const says = (id: string, ...replaces: readonly string[]) => record(id, { replaces });
const about = (id: string, number: number, name: string, born: string | null) =>
  record(id, { set: "set", version: number, patient: { name, born } });
const parts = (number: number, ...titles: readonly string[]) =>
  titles.map((title) => ({
    ...record(`${title} ${number}`, { ids: [`doc-${number}`], set: "set", version: number }),
    kind: "laboratory",
    title,
  }));

const changes = (records: readonly EditedRecord[], ...added: readonly string[]) =>
  editionChanges(records, new Set(added)).map(({ earlier, newer }) => `${earlier} -> ${newer}`);

test("a larger version of the same set takes the place of the smaller one, in whatever order they came", () => {
  expect(changes([version(1), version(2)], "v2")).toEqual(["v1 -> v2"]);
  expect(changes([version(2), version(1)], "v1")).toEqual(["v1 -> v2"]);
});

test("versions that come together stand one behind the other", () => {
  expect(changes([version(3), version(1), version(2)], "v1", "v2", "v3")).toEqual(["v1 -> v2", "v2 -> v3"]);
});

test("what a person took apart stays apart when a third version comes", () => {
  expect(changes([version(1), version(2), version(3)], "v3")).toEqual(["v2 -> v3"]);
  expect(changes([version(1), version(2)])).toEqual([]);
});

test("what a document says it replaces is replaced, by its id or by its set", () => {
  const old = record("old", { ids: ["urn:uuid:1"] });
  expect(changes([old, record("new", { replaces: ["urn:uuid:1"] })], "new")).toEqual(["old -> new"]);
  const ofSet = record("old", { set: "set" });
  expect(changes([ofSet, record("new", { replaces: ["set"] })], "new")).toEqual(["old -> new"]);
});

test("another set, another kind or an equal version replaces nothing", () => {
  expect(changes([version(1), version(2, "other")], "v2")).toEqual([]);
  expect(changes([version(1), { ...version(2), kind: "document" }], "v2")).toEqual([]);
  expect(changes([version(1), { ...version(1), id: "again" }], "again")).toEqual([]);
  expect(changes([record("a", { set: "set" }), version(2)], "v2")).toEqual([]);
});

test("the same set with another patient replaces nothing; a patient who is not named may be anybody", () => {
  const lind = about("a", 1, "Mara Lind", "1961-02-03");
  expect(changes([lind, about("b", 2, "Jonas Berg", "1990-01-01")], "b")).toEqual([]);
  expect(changes([lind, about("b", 2, "LIND, Mara", null)], "b")).toEqual(["a -> b"]);
  expect(changes([lind, version(2)], "v2")).toEqual(["a -> v2"]);
});

test("documents that contradict each other or go round in circles replace nothing", () => {
  expect(changes([says("a", "id-b"), says("b", "id-a")], "a", "b")).toEqual([]);
  expect(changes([says("a", "id-b"), says("b", "id-c"), says("c", "id-a")], "a", "b", "c")).toEqual([]);
  const older = record("old", { set: "set", version: 1, replaces: ["id-v2"] });
  expect(changes([version(2), older], "old")).toEqual(["old -> v2"]);
  expect(changes([says("a", "id-a")], "a")).toEqual([]);
});

test("what leads into a circle is replaced still", () => {
  const circle = [says("a", "id-b", "id-old"), says("b", "id-c"), says("c", "id-a"), says("old")];
  expect(changes(circle, "a", "b", "c")).toEqual(["old -> a"]);
});

test("two documents that say they are the same version leave a choice, and nothing is replaced", () => {
  const other = record("other", { set: "set", version: 1 });
  expect(changes([version(1), other, version(2)], "v2")).toEqual([]);
  const two = record("two", { set: "set", version: 2 });
  expect(changes([version(1), version(2), two], "v2", "two")).toEqual([]);
});

test("of several records of a kind each finds the one with its title", () => {
  const all = [...parts(1, "Blood", "Vital signs"), ...parts(2, "Blood", "Urine")];
  expect(changes(all, "Blood 2", "Urine 2")).toEqual(["Blood 1 -> Blood 2"]);
  const twice = [...parts(1, "Blood", "Blood"), ...parts(2, "Blood")];
  expect(changes(twice, "Blood 2")).toEqual([]);
});
