import { expect, test } from "vitest";
import { differingPatients } from "./differing-patients.ts";
import { read, sliceFile } from "./testing/dicom-files.ts";

const found = (...patients: readonly (readonly [name: string, birthDate: string, id?: string])[]) =>
  differingPatients(
    patients.map(
      ([name, birthDate, id = ""]) => read(sliceFile({ patient: { name, birthDate, id, sex: "" } })).instance,
    ),
  ).map(({ patient, ids, instances }) => [patient.name, patient.birthDate, instances.length, ...ids]);

test("one patient, however the name is written", () => {
  expect(
    found(
      ["Mueller-Vex^Renée", "19600102", "A1"],
      ["RENEE^MUELLER VEX", "19600102", "A1"],
      ["mueller^vex^renee", "19600102", "B7"],
    ),
  ).toEqual([["Renée Mueller-Vex", "1960-01-02", 3, "A1", "B7"]]);
});

test("another name or another birth date is another patient", () => {
  expect(
    found(["Vexley^Orla", "19600102"], ["Vexley^Orla", "19610102"], ["Vexley^Oona", "19600102"]),
  ).toHaveLength(3);
});

test("without a birth date a file belongs to the only patient of that name, but to none of two", () => {
  expect(found(["Vexley^Orla", ""], ["Vexley^Orla", "19600102"])).toEqual([["Orla Vexley", null, 2]]);
  expect(found(["Vexley^Orla", ""], ["Vexley^Orla", "19600102"], ["Vexley^Orla", "1970"])).toHaveLength(1);
  expect(found(["Vexley^Orla", ""], ["Vexley^Orla", "19600102"], ["Vexley^Orla", "19700102"])).toHaveLength(
    3,
  );
});

test("a file without a name is not taken for somebody's", () => {
  expect(found(["", ""], ["", "19600102"], ["Vexley^Orla", "19600102"])).toHaveLength(3);
});
