import { expect, test } from "vitest";
import { imagingNamedIn } from "./imaging-words.ts";

test("ways of imaging are known by their names and short forms", () => {
  const named = [
    "MRI",
    "mri of the spine",
    "MR",
    "PET-CT",
    "TOE",
    "CT angiography",
    "Angiography",
    "EKG",
    "X-ray",
  ];
  expect(named.map(imagingNamedIn)).toEqual([
    ["mr"],
    ["mr"],
    ["mr"],
    ["ct", "pet"],
    ["ultrasound"],
    ["ct"],
    ["angiography"],
    ["ecg"],
    ["x-ray"],
  ]);
});

test("words that only look like short forms name none", () => {
  const others = ["Mr Lind", "Mrs Lind", "the big toe", "her pet", "told us", "MRSA", "EMG", "direct"];
  expect(others.flatMap(imagingNamedIn)).toEqual([]);
});
