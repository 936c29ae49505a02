import { expect, test } from "vitest";
import { sliceOf } from "../testing/hand-over.ts";
import { mediaInstanceOf } from "./media-instance.ts";

const file = Buffer.from(sliceOf(3));

test("a DICOM file says which instance it is", () => {
  expect(mediaInstanceOf(file)).toBe("2.25.2003");
});

test("what is no DICOM file, or ends within its meta information, says nothing", () => {
  expect(mediaInstanceOf(Buffer.alloc(0))).toBeUndefined();
  expect(mediaInstanceOf(Buffer.alloc(4096, 2))).toBeUndefined();
  const end = file.indexOf("2.25.2003") + "2.25.2003".length;
  for (let length = 0; length < end; length += 1)
    expect(mediaInstanceOf(file.subarray(0, length))).toBeUndefined();
});

test("a length that leads beyond the file ends nowhere", () => {
  const lying = Buffer.from(file);
  lying.writeUInt16LE(0xffff, 132 + 6);
  expect(mediaInstanceOf(lying)).toBeUndefined();
});
