import { assert, integer, property, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import type { DicomInstance } from "./dicom-instance.ts";
import { readDicomDir } from "./read-dicom-dir.ts";
import { readDicom } from "./read-dicom.ts";
import { readEncapsulatedDocument } from "./read-encapsulated-document.ts";
import { readWaveform } from "./read-waveform.ts";
import { renderFrame } from "./render-frame.ts";
import { studiesOf } from "./studies.ts";
import { counted, noInflate, sliceElements, sliceFile } from "./testing/dicom-files.ts";
import { contentItem, measured, reportFile, said, tracingFile } from "./testing/report-files.ts";
import { encodingOf, transferSyntaxes } from "./transfer-syntax.ts";
import { writeDicom, writeElements, type WrittenElement } from "./write-dicom.ts";

const us = (tag: number, ...value: readonly number[]): WrittenElement => ({ tag, vr: "US", value });

const paletteFile = sliceFile({ rows: 2, columns: 2 }, [
  { tag: 0x00280004, vr: "CS", value: "PALETTE COLOR" },
  us(0x00280100, 8),
  ...[0, 1, 2].flatMap((colour) => [
    us(0x00281101 + colour, 2, 0, 8),
    { tag: 0x00281201 + colour, vr: "OW", value: [0, 255] },
  ]),
  { tag: 0x7fe00010, vr: "OB", value: Uint8Array.of(0, 1, 1, 0) },
]);

const compressedFile = writeDicom(
  sliceElements({}, [
    { tag: 0x00280008, vr: "IS", value: "2" },
    {
      tag: 0x7fe00010,
      fragments: [new Uint8Array(Uint32Array.of(0, 10).buffer), Uint8Array.of(1, 2), Uint8Array.of(3, 4)],
    },
    { tag: 0x7fe00001, vr: "OV", value: [0, 10] },
  ]),
  "1.2.840.10008.1.2.4.50",
);

const files: readonly (readonly [string, Uint8Array])[] = [
  ["a slice in implicit syntax", writeDicom(sliceElements(), transferSyntaxes.implicitLittleEndian)],
  ["a slice in big endian", writeDicom(sliceElements(), transferSyntaxes.explicitBigEndian)],
  [
    "a slice without a header",
    writeElements(sliceElements(), encodingOf(transferSyntaxes.explicitLittleEndian)),
  ],
  ["a palette", paletteFile],
  ["two compressed frames", compressedFile],
  [
    "a report",
    reportFile([
      contentItem(
        "CONTAINER",
        "Findings",
        [],
        [contentItem("NUM", "Mass", measured("12", "mm", "mm"), [contentItem("TEXT", "Side", said("left"))])],
      ),
    ]),
  ],
  ["a tracing", tracingFile(Int16Array.of(1, 2, 3, 4))],
];

/** Some kilobytes for what every instance has, and a bounded number of signs for each byte of the file. */
const mostSigns = (file: Uint8Array): number => 4096 + 24 * file.length;

const placedIn = (waveform: DicomInstance["waveform"]) =>
  waveform?.is === "placed" ? waveform.groups.map(({ range }) => range) : [];

/** Whatever the bytes are: an answer, plain, and no larger than the file gives reason for. */
function answersSoundly(file: Uint8Array): boolean {
  readDicomDir(file);
  readEncapsulatedDocument(file);
  for (const { samples } of readWaveform(file)) {
    for (const { length } of samples) expect(length).toBeLessThanOrEqual(file.length);
  }
  const reading = readDicom(file, { inflate: noInflate });
  if (!reading.ok) return false;
  const { instance, stored } = reading;
  expect(JSON.stringify(instance).length).toBeLessThan(mostSigns(file));
  expect(stored.length).toBeLessThanOrEqual(file.length + 512);
  for (const [start, length] of instance.pixels?.frames.flat() ?? []) {
    expect(start + length).toBeLessThanOrEqual(stored.length);
  }
  for (const [start, length] of placedIn(instance.waveform)) {
    expect(start + length).toBeLessThanOrEqual(stored.length);
  }
  const drawn = renderFrame(instance, stored, 1);
  expect(drawn?.data.length ?? 0).toBeLessThanOrEqual(32 * file.length);
  const { records, documents } = studiesOf([{ instance, fileId: "f", sha256: "s", bytes: file.length }], {
    createId: counted(),
  });
  expect(records.length + documents.length).toBe(1);
  return true;
}

/** The preamble is emptied whatever it holds. */
const firstThatMatters = (file: Uint8Array): number =>
  file.subarray(0, 128).every((byte) => byte === 0) ? 128 : 0;

describe.each(files)("%s", (_name, file) => {
  test("is read", () => expect(answersSoundly(file)).toBe(true));
  test("cut anywhere", () => {
    const answers = Array.from(file, (_, length) => answersSoundly(file.subarray(0, length)));
    expect(answers[0]).toBe(false);
    expect(answers.at(-1)).toBe(true);
  });
  test("with any byte turned round or a little different", () => {
    let read = 0;
    for (let at = firstThatMatters(file); at < file.length; at += 1) {
      for (const difference of [0xff, 0x01]) {
        const changed = Uint8Array.from(file);
        changed[at] = (file[at] ?? 0) ^ difference;
        if (answersSoundly(changed)) read += 1;
      }
    }
    // Otherwise only refusals would have been tried.
    expect(read).toBeGreaterThan((file.length - firstThatMatters(file)) / 2);
  });
  test("with several bytes changed at random", () => {
    assert(
      property(
        uint8Array({ minLength: 1, maxLength: 12 }),
        integer({ min: 0, max: file.length - 1 }),
        (bytes, at) => {
          const changed = Uint8Array.from(file);
          changed.set(bytes.subarray(0, file.length - at), at);
          answersSoundly(changed);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("bytes that were never DICOM", () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (bytes) => {
      answersSoundly(bytes);
      answersSoundly(Uint8Array.from([8, 0, 0x16, 0, ...bytes]));
      answersSoundly(Uint8Array.from([8, 0, 0x16, 0, 0x55, 0x49, ...bytes]));
    }),
    { numRuns: 500 },
  );
});
