import { expect, test } from "vitest";
import { isEnough, searchOf } from "./written.ts";

test("fields that hold nothing are not asked, and signs of archives are no signs", () => {
  expect(searchOf({ family: " Lind* ", given: "", born: "1961-04-02", patientId: "\\?" })).toEqual({
    family: "Lind",
    born: "1961-04-02",
  });
  expect(searchOf({ family: "Lind^Mara", given: "van  der" })).toEqual({
    family: "Lind Mara",
    given: "van der",
  });
});

test.each([
  [{ family: "Li" }, true],
  [{ family: "L" }, false],
  [{ family: "L", patientId: "17" }, false],
  [{ patientId: "17" }, true],
  [{ accession: "A-9" }, true],
  [{ given: "Mara", born: "1961-04-02", modality: "CT" }, false],
  [{ family: "**" }, false],
])("%o says whom to look for: %s", (written, is) => {
  expect(isEnough(written)).toBe(is);
});
