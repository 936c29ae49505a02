import { expect, test } from "vitest";
import type { InventoryEntry, RequestInInventory, Said } from "./inventory.ts";
import { isGap } from "./inventory.ts";
import { partsOf, recordTypes } from "./record-types.ts";
import { specialtyList } from "./specialty-list.ts";
import { type AddedRecord, takeInventory } from "./take-inventory.ts";
import { laboratoryExample, medicinesExample, noteExample } from "./testing/examples.ts";

const early = "2026-11-01T09:00:00.000Z";
const asked = "2026-11-10T09:00:00.000Z";
const answered = "2026-11-12T09:00:00.000Z";
const late = "2026-11-14T09:00:00.000Z";

const report = (title: string, added = early): AddedRecord => ({ ...noteExample, title, code: null, added });
const imaging = (modality: string, added = early): AddedRecord => ({
  ...noteExample,
  id: `report ${modality}`,
  kind: "imaging-report",
  content: { blocks: [], fields: [], places: [], accession: null, modality, series: [] },
  added,
});
const study = (modality: string, added = early): AddedRecord => ({
  ...noteExample,
  id: modality,
  kind: "imaging-study",
  content: { studyUid: "1.2", accession: null, modalities: [modality], series: [], bytes: 1 },
  added,
});
const request = (changed: Partial<RequestInInventory> = {}): RequestInInventory => ({
  id: "r1",
  item: "mri",
  what: "MRI of the spine",
  state: "open",
  asked,
  answered: null,
  required: false,
  ...changed,
});
const said = (state: Said["state"], at = answered): Said => ({
  state,
  at,
  because: null,
  record: null,
  by: "seat",
});
const entry = (id: string, changed: Partial<InventoryEntry> = {}): InventoryEntry => ({
  id,
  what: null,
  blocks: null,
  said: null,
  ...changed,
});

interface Source {
  readonly specialty?: string;
  readonly entries?: readonly InventoryEntry[];
  readonly requests?: readonly RequestInInventory[];
  readonly records?: readonly AddedRecord[];
}

const inventoryOf = ({ specialty = "spine", entries = [], requests = [], records = [] }: Source) =>
  takeInventory({ listed: specialtyList(specialty), entries, requests, records });
const itemOf = (id: string, source: Source) => inventoryOf(source).find((item) => item.id === id);

test("every type of the lists is one that can be recognised, and every list names a type once", () => {
  for (const type of recordTypes) expect(partsOf(type).length).toBeGreaterThan(0);
  for (const specialty of [
    "oncology",
    "cardiology",
    "spine",
    "neurology",
    "radiology",
    "pathology",
    "other",
  ]) {
    const types = specialtyList(specialty).map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  }
});

test("a list without any record is all missing, and what the opinion cannot do without is marked", () => {
  const items = inventoryOf({});
  expect(items.every((item) => item.state === "missing" && isGap(item))).toBe(true);
  expect(items.filter(({ isNeeded }) => isNeeded).map(({ id }) => id)).toEqual(["mri"]);
});

test("what a record blocks is what somebody wrote for the case, else what its list says; of what no list names, nothing", () => {
  const listed = specialtyList("spine").find(({ type }) => type === "mri")?.blocks;
  expect(listed).toMatch(/^Without the images/);
  expect(itemOf("mri", {})).toMatchObject({ state: "missing", isNeeded: true, blocks: listed });
  expect(itemOf("mri", { entries: [entry("mri", { said: said("unavailable") })] })?.blocks).toBe(listed);
  const typed = entry("mri", { blocks: "Is it the same lesion?" });
  expect(itemOf("mri", { entries: [typed] })?.blocks).toBe("Is it the same lesion?");
  expect(itemOf("own", { entries: [entry("own", { what: "Earlier MRI" })] })?.blocks).toBeNull();
});

test("a report without its images is incomplete, and says what is absent; of another modality it is nothing", () => {
  expect(itemOf("mri", { records: [imaging("MR")] })).toMatchObject({
    state: "incomplete",
    absent: ["images"],
  });
  expect(itemOf("mri", { records: [study("MR"), imaging("MR")] })).toMatchObject({
    state: "here",
    absent: [],
  });
  expect(itemOf("mri", { records: [study("CT"), imaging("CT")] })).toMatchObject({ state: "missing" });
});

test("papers are told by their names, values by their tests, lists by their kind", () => {
  const records = [
    report("Operation note, sigmoid"),
    { ...laboratoryExample, added: early },
    { ...medicinesExample, added: early },
  ];
  const of = (id: string) => itemOf(id, { specialty: "oncology", records })?.state;
  expect([of("operation-notes"), of("markers"), of("medicines-allergies"), of("germline")]).toEqual([
    "here",
    "here",
    "incomplete",
    "missing",
  ]);
  // A word within another one is none.
  expect(itemOf("markers", { specialty: "oncology", records: [report("Ceased, AFPL")] })?.state).toBe(
    "missing",
  );
});

test("what is asked for is awaited, also when something like it has come: whether it is the one, a person says", () => {
  const source = { requests: [request()], records: [study("MR", late), imaging("MR", late)] };
  expect(itemOf("mri", source)).toMatchObject({ state: "asked", request: { id: "r1" } });
});

test("an answer stands until a record of the type comes", () => {
  const requests = [request({ state: "unavailable", answered })];
  expect(itemOf("mri", { requests, records: [imaging("MR")] })?.state).toBe("unavailable");
  expect(itemOf("mri", { requests, records: [imaging("MR"), study("MR", late)] })?.state).toBe("here");
});

test("that it is here stands by a person's word, whatever the records look like", () => {
  expect(itemOf("mri", { requests: [request({ state: "here", answered })] })?.state).toBe("here");
  expect(itemOf("mri", { entries: [entry("mri", { said: said("here") })] })?.state).toBe("here");
});

test("of what was said and what was answered the later one counts, and of requests the newest", () => {
  const entries = [entry("mri", { said: said("not-applicable", late) })];
  const before = [request({ state: "unavailable", answered })];
  expect(itemOf("mri", { entries, requests: before })).toMatchObject({
    state: "not-applicable",
    said: { state: "not-applicable" },
  });
  const after = [request({ state: "unavailable", answered: "2026-11-20T09:00:00.000Z" })];
  expect(itemOf("mri", { entries, requests: after })).toMatchObject({ state: "unavailable", said: null });
  const again = [...before, request({ id: "r2", asked: late })];
  expect(itemOf("mri", { requests: again })).toMatchObject({ state: "asked", request: { id: "r2" } });
});

test("what is asked for beside the list, and what the case itself needs, stand after the list", () => {
  const items = inventoryOf({
    entries: [entry("own", { what: "Earlier MRI" })],
    requests: [
      request({ item: null, what: "Letters", required: true }),
      request({ id: "r2", item: "own" }),
      request({ id: "r3", item: "no list has it", what: "Video" }),
      request({ id: "r4", item: "r3", what: "Video", asked: late }),
    ],
  });
  expect(items.slice(-3)).toMatchObject([
    { id: "own", what: "Earlier MRI", state: "asked", type: null },
    { id: "r1", what: "Letters", state: "asked", isNeeded: true },
    { id: "r3", what: "Video", state: "asked", request: { id: "r4" } },
  ]);
});

test("a specialty that is not known here asks for what everybody does", () => {
  expect(inventoryOf({ specialty: "whatever" }).map(({ id }) => id)).toEqual(
    specialtyList("general").map(({ type }) => type),
  );
});

test("what the patient told stands beside an item, and neither fills a gap nor takes one away", () => {
  const told = { answer: "unavailable", at: early } as const;
  const entries: readonly InventoryEntry[] = [{ id: "mri", what: null, blocks: null, said: null, told }];
  const items = takeInventory({ listed: specialtyList("spine"), entries, requests: [], records: [] });
  expect(items.find(({ id }) => id === "mri")).toMatchObject({ state: "missing", said: null, told });
  expect(items.find(({ id }) => id === "bone-density")?.told).toBeNull();
});
