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

const blocks = "Without it nobody can judge the cause.";
const of = (...records: readonly (readonly [string, boolean, (string | undefined)?])[]) =>
  checklistSchema.safeParse({
    id: "checklist-spine",
    version: 1,
    specialty: "spine",
    records: records.map(([type, isCore, ...words]) => ({
      type,
      isCore,
      blocks: words.length > 0 ? words[0] : blocks,
    })),
  }).success;

test("a file that asks for a type twice, for an unknown one, or for the useful before the needed is refused", () => {
  expect(of(["mri", true], ["eeg", false])).toBe(true);
  expect(of(["mri", true], ["mri", false])).toBe(false);
  expect(of(["horoscope", true])).toBe(false);
  expect(of(["eeg", false], ["mri", true])).toBe(false);
});

test("a file that does not say in one sentence what a record blocks is refused", () => {
  expect(of(["mri", true, blocks])).toBe(true);
  const wrong = [undefined, "", "Needed", "without it nothing.", "One. Two.", `${"A".repeat(140)}.`, "A\nb."];
  for (const words of wrong) expect([words, of(["mri", true, words])]).toEqual([words, false]);
});
