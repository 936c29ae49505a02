import { assert, property, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { namedInstance } from "./named-instance.ts";
import { sliceFile, uid } from "./testing/dicom-files.ts";

const file = sliceFile();
const named = { sopClass: "1.2.840.10008.5.1.4.1.1.2", instanceUid: uid(1, 1, 1) };

test("a header says what the file holds, also of a file that ends behind it", () => {
  expect(namedInstance(file)).toEqual(named);
  expect(namedInstance(file.subarray(0, 400))).toEqual(named);
});

test("a file without a header, or with one that is cut, says nothing", () => {
  expect(namedInstance(file.subarray(132))).toBeNull();
  expect(namedInstance(file.subarray(0, 160))).toBeNull();
  expect(namedInstance(new Uint8Array())).toBeNull();
});

test("no bytes make it throw", () => {
  assert(
    property(uint8Array({ maxLength: 200 }), (noise) => {
      namedInstance(Uint8Array.from([...file.subarray(0, 132), ...noise]));
      namedInstance(noise);
    }),
  );
});
