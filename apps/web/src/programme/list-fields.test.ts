import { specialtyList } from "@consilium/clinical";
import { expect, test } from "vitest";
import { fieldsOfList, orderOf, recordsOf } from "./list-fields.ts";

const spine = specialtyList("spine");

test("a list that nobody changed is sent as it stands", () => {
  expect(recordsOf(fieldsOfList(spine, 0).fields, orderOf(spine))).toEqual(spine);
});

test("what the opinion cannot do without comes first, also when it was chosen last", () => {
  const { fields } = fieldsOfList(spine, 0);
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
