import { expect, test } from "vitest";
import { checklistSchema } from "./checklist-schema.ts";
import { checklists, specialtyList } from "./specialty-list.ts";

test.for(checklists.map((checklist) => [checklist.specialty, checklist] as const))(
  "the checklist of %s is what its schema says, and all of it is asked for",
  ([specialty, checklist]) => {
    expect(checklistSchema.safeParse(checklist).error).toBeUndefined();
    expect(specialtyList(specialty)).toEqual(checklist.records);
  },
);

const core = (specialty: string) =>
  specialtyList(specialty).flatMap(({ type, isCore }) => (isCore ? [type] : []));

test("no opinion does without these", () => {
  expect(core("oncology")).toEqual(["pathology", "staging-images"]);
  expect(core("cardiology")).toEqual(["ecg", "echo"]);
  expect(core("spine")).toEqual(["mri"]);
  expect(core("neurology")).toEqual(["mri"]);
  expect(core("radiology")).toEqual(["images-to-read"]);
  expect(core("pathology")).toEqual(["pathology"]);
  expect(core("dermatology")).toEqual([]);
});

const of = (...records: readonly (readonly [string, boolean])[]) =>
  checklistSchema.safeParse({
    id: "checklist-spine",
    version: 1,
    specialty: "spine",
    records: records.map(([type, isCore]) => ({ type, isCore })),
  }).success;

test("a file that asks for a type twice, for an unknown one, or for the useful before the needed is refused", () => {
  expect(of(["mri", true], ["eeg", false])).toBe(true);
  expect(of(["mri", true], ["mri", false])).toBe(false);
  expect(of(["horoscope", true])).toBe(false);
  expect(of(["eeg", false], ["mri", true])).toBe(false);
});
