import { afterAll, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { makeTiff } from "../testing/make-tiff.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const ndpi = 65_420;
const compression = 259;
const stripBytes = 279;

async function read(name: string, content: Uint8Array) {
  const kept = memoryStore();
  const reading = await readFiles(process, [delivered(name, content)], { store: kept.store });
  const [record] = reading.records;
  const said = record?.kind === "note" ? record.content.blocks.map((block) => JSON.stringify(block)) : [];
  const files = reading.originals.map(({ file }) => kept.files.get(file.id)?.content);
  return { short: inShort(reading), said: said.join(), isWhole: files.some((file) => file?.equals(content)) };
}

test("a slide whose packing is not read is kept as it came, and is not called damaged", async () => {
  const packed = makeTiff(
    3000,
    2000,
    100,
    new Map([
      [compression, 33_005],
      [ndpi, 1],
    ]),
  );
  expect(await read("scan.ndpi", packed)).toEqual({
    short: ["scan.ndpi kept slide-not-shown"],
    said: expect.stringContaining("Hamamatsu NDPI, 3000 × 2000 pixels, packed as JPEG 2000."),
    isWhole: true,
  });
  const huge = makeTiff(
    90_000,
    70_000,
    1,
    new Map([
      [compression, 7],
      [stripBytes, 90_000],
      [ndpi, 1],
    ]),
  );
  expect((await read("huge.ndpi", huge)).short).toEqual(["huge.ndpi kept slide-not-shown"]);
});

test("a scan of papers in such a packing is no slide", async () => {
  const packed = makeTiff(800, 600, 100, new Map([[compression, 34_712]]));
  expect((await read("scan.tif", packed)).short).toEqual(["scan.tif kept picture-not-shown"]);
});

test("slides of scanners that are no TIFF are kept by their content, whatever their name", async () => {
  const czi = Buffer.concat([Buffer.from("ZISRAWFILE"), Buffer.alloc(600, 3)]);
  const philips = Buffer.from(
    '<DataObject ObjectType="DPUfsImport"><Attribute Name="DICOM_MANUFACTURER"/></DataObject>',
  );
  expect(await read("slide.bin", czi)).toMatchObject({
    short: ["slide.bin kept slide-not-shown"],
    isWhole: true,
  });
  expect((await read("slide.isyntax", philips)).short).toEqual(["slide.isyntax kept slide-not-shown"]);
});

test("a damaged TIFF in a packing that is read is not called another kind", async () => {
  const broken = makeTiff(
    3000,
    2000,
    0,
    new Map([
      [compression, 7],
      [ndpi, 1],
    ]),
  );
  expect((await read("broken.tif", broken)).short[0]).toMatch(/^broken.tif .*(?:cut-off|damaged)$/);
});
