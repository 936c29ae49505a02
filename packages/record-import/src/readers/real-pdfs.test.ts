import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, memoryStore, readFiles } from "../testing/deliver.ts";

const process = openReadingProcess();
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const shared = globalThis.process.env["CONSILIUM_SHARED_DATA"];
const folder = join(shared ?? "", "pdf");

describe.skipIf(!shared || !existsSync(folder))(
  "real PDFs (skipped where CONSILIUM_SHARED_DATA names no folder with them)",
  () => {
    test("have their pages and words, also one that is protected with an empty password", async () => {
      const names = ["tracemonkey.pdf", "ArabicCIDTrueType.pdf", "empty_protected.pdf"];
      const files = names.map((name) => delivered(name, readFileSync(join(folder, name))));
      const reading = await readFiles(process, files, { store: memoryStore().store });
      expect(reading.records).toMatchObject([
        { content: { pages: 14, hasText: true } },
        { content: { pages: 1, hasText: true } },
        { content: { pages: 1 } },
      ]);
    });
  },
);
