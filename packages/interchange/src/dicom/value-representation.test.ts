import { data } from "dcmjs";
import { expect, test } from "vitest";
import { representationOf } from "./value-representation.ts";

const settled = new Map([
  ["ox", "OW"],
  ["lt", "OW"],
  ["up", "UL"],
  ["xs", "US"],
]);

test("every public tag has the representation of the dictionary it was written from", () => {
  const dictionary = Object.values(data.DicomMetaDictionary.nameMap).filter(
    ({ tag, vr }) => !/^\((?:0000|FFFE)/.test(tag) && vr !== "na",
  );
  const different = dictionary.filter(
    ({ tag, vr }) =>
      representationOf(Number.parseInt(tag.replace(/\W/g, ""), 16), false) !== (settled.get(vr) ?? vr),
  );
  expect(different).toEqual([]);
  expect(dictionary.length).toBeGreaterThan(5000);
});

test.each([
  ["pixel values are signed as the pixels are", 0x00280106, true, "SS"],
  ["a later overlay is as the first", 0x60023000, false, "OW"],
  ["a group's length", 0x00080000, false, "UL"],
  ["a private creator", 0x00090010, false, "LO"],
  ["a private element", 0x00091001, false, "UN"],
  ["a public tag that is not in the dictionary", 0x00080003, false, "UN"],
])("%s", (_name, tag, signed, vr) => expect(representationOf(tag, signed)).toBe(vr));
