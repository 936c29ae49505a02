import { writeDicom, type WrittenElement } from "@consilium/interchange";
import { sliceElements } from "@consilium/interchange/testing";
import { afterAll, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const storage = "1.2.840.10008.5.1.4.1.1";
const ofKind = (end: string, at: number, ...others: readonly WrittenElement[]) =>
  sliceElements({ instanceUid: `2.25.1000.${at}`, seriesUid: `2.25.1001.${at}` }, [
    { tag: 0x00080016, vr: "UI", value: `${storage}.${end}` },
    ...others,
  ]).toSorted((one, other) => one.tag - other.tag);
const packed = (at: number) =>
  ofKind("2", at, { tag: 0x7fe00010, fragments: [new Uint8Array(), Uint8Array.of(1, 2)] });

test("a file that no viewer shows is kept, and says why it is not seen", async () => {
  const reading = await readFiles(process, [
    delivered("ct", writeDicom(ofKind("2", 1))),
    delivered("pet", writeDicom(ofKind("128", 2))),
    delivered("seg", writeDicom(ofKind("66.4", 3))),
    delivered("htj2k", writeDicom(packed(4), "1.2.840.10008.1.2.4.201")),
    delivered("unknown", writeDicom(packed(5), "1.2.3.4")),
  ]);
  expect(inShort(reading)).toEqual([
    "ct kept",
    "pet kept not-shown-pet",
    "seg kept not-shown-segmentation",
    "htj2k kept not-shown-htj2k",
    "unknown kept not-shown-syntax",
  ]);
  expect(reading.instances).toHaveLength(5);
});

/** A slice whose preamble begins so. */
const beginning = (text: string) => {
  const file = writeDicom(ofKind("2", text.charCodeAt(0)));
  file.set(Buffer.from(text, "latin1"));
  return file;
};

test("what could be a program before the pictures is emptied and said; a beginning of a TIFF is emptied only", async () => {
  const kept = memoryStore();
  const files = [
    delivered("program", beginning("MZ\u0090\0")),
    delivered("shell", beginning("#!/bin/sh\n")),
    delivered("tiff", beginning("II*\0")),
  ];
  const reading = await readFiles(process, files, { store: kept.store });
  expect(inShort(reading)).toEqual([
    "program kept dicom-preamble-emptied",
    "shell kept dicom-preamble-emptied",
    "tiff kept",
  ]);
  const stored = [...kept.files.values()].map(({ content }) => content.subarray(0, 128));
  expect(stored.map((preamble) => preamble.every((byte) => byte === 0))).toEqual([true, true, true]);
});
