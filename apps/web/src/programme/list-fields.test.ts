import { specialtyList } from "@consilium/clinical";
import { expect, test } from "vitest";
import { blocksOf, fieldsOfList, orderOf, recordsOf } from "./list-fields.ts";

const spine = specialtyList("spine");

test("a list that nobody changed is sent as it stands; what comes along is no word of the programme's own", () => {
  const standing = spine.map((line) => ({ ...line, blocks: null }));
  expect(recordsOf(fieldsOfList(spine, undefined).fields, orderOf(spine))).toEqual(standing);
  const records = [{ type: "mri" as const, isCore: true, blocks: "Which level?" }];
  const own = { specialty: "spine", version: 3, changed: "2026-11-20T09:00:00Z", by: "Somebody", records };
  const kept = fieldsOfList(own.records, own);
  expect(kept.version).toBe(3);
  expect(recordsOf(kept.fields, orderOf(own.records))).toEqual(own.records);
  const emptied = { ...kept.fields, [blocksOf("mri")]: "  " };
  expect(recordsOf(emptied, orderOf(own.records))).toEqual([{ type: "mri", isCore: true, blocks: null }]);
});

test("what the opinion cannot do without comes first, also when it was chosen last", () => {
  const { fields } = fieldsOfList(spine, undefined);
  const records = recordsOf(
    { ...fields, "bone-density": "needed", ecg: "needed", mri: "no" },
    orderOf(spine),
  );
  const cores = records.map(({ isCore }) => isCore);
  expect(cores).toEqual(cores.toSorted((one, other) => Number(other) - Number(one)));
  expect(records.filter(({ isCore }) => isCore).map(({ type }) => type)).toEqual(
    expect.arrayContaining(["bone-density", "ecg"]),
  );
  expect(records.map(({ type }) => type)).not.toContain("mri");
});
