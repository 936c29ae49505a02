import { afterAll, expect, test } from "vitest";
import type { StoreFile } from "../process/incoming.ts";
import { openReadingProcess } from "../process/reading-process.ts";
import { inShort, readFiles } from "../testing/deliver.ts";
import { largePdf } from "../testing/large-pdf.ts";

const process = openReadingProcess();
afterAll(() => process.close());

/** Keeps no byte of what comes. */
const counting: StoreFile = async (_file, pieces) => {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return { id: "01K00000000000000000000LRG", sha256: "00", bytes };
};

test("a PDF of 200 MB is looked into by ranges, within the memory that a reading process has", async () => {
  const file = largePdf("scans.pdf", 200_000_000);
  const reading = await readFiles(process, [file], { store: counting });
  expect(inShort(reading)).toEqual(["scans.pdf kept"]);
  expect(reading.records).toMatchObject([{ content: { pages: 1, file: { bytes: file.bytes } } }]);
}, 120_000);
