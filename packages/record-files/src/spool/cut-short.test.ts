import { readFileSync } from "node:fs";
import { mkdtemp, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Upload } from "@tus/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordBytes, recordOverhead } from "./record-format.ts";
import type { SealedSpool } from "./sealed-spool.ts";
import { arriving, begin, content, openTestSpool, refusal } from "./testing/test-spool.ts";

let root: string;
let folder: string;
let spool: SealedSpool;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "cut-short-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "spool-"));
  spool = await openTestSpool(folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The spool as another process sees it: nothing remembered. */
const restarted = () => openTestSpool(folder);
const offsetOf = async (id: string, of = spool) => (await of.getUpload(id)).offset;
const path = (id: string) => join(folder, id);

/** What a power cut leaves of pages that were not written yet. */
const blank = async (id: string, from: number, length: number) => {
  const stored = readFileSync(path(id));
  stored.fill(0, from, from + length);
  await writeFile(path(id), stored);
};
/** Where record `n` of an upload of full records begins. */
const recordAt = async (id: string, records: number, n: number) => {
  const stored = (await stat(path(id))).size;
  return stored - (records - n) * (recordBytes + recordOverhead);
};

describe("what is cut short", () => {
  const size = 3 * recordBytes;

  test("the end of a line: all that arrived is kept, and the rest goes behind it", async () => {
    const bytes = content(0, size);
    const id = await begin(spool, size);
    const broken = async function* broken(): AsyncGenerator<Buffer> {
      yield* arriving(bytes.subarray(0, recordBytes + 10));
      throw new Error("the line is dead");
    };
    await expect(spool.write(broken(), id, 0)).rejects.toThrow("the line is dead");
    expect(await offsetOf(id, await restarted())).toBe(recordBytes + 10);
    await spool.write(arriving(bytes.subarray(recordBytes + 10)), id, recordBytes + 10);
    expect((await buffer(spool.read(id))).equals(bytes)).toBe(true);
  });

  test.each([1, 16, 17, recordOverhead, 100_000, recordBytes + recordOverhead - 1])(
    "a record of whose end %d bytes are missing: it is dropped, and sent again",
    async (missing) => {
      const bytes = content(0, size);
      const id = await begin(spool, size);
      await spool.write(arriving(bytes.subarray(0, 2 * recordBytes)), id, 0);
      await truncate(path(id), (await stat(path(id))).size - missing);
      for (const next of [spool, await restarted()]) expect(await offsetOf(id, next)).toBe(recordBytes);
      const next = await restarted();
      expect(await refusal(next.write(arriving(bytes), id, 2 * recordBytes))).toBe("offset-conflict");
      await next.write(arriving(bytes.subarray(recordBytes)), id, recordBytes);
      expect((await buffer((await restarted()).read(id))).equals(bytes)).toBe(true);
    },
  );

  test.each([
    ["in the first record of the last write", 1, 5000, 1],
    ["at the head of the first record of the last write", 1, 0, 1],
    ["in the middle of the last write", 2, 5000, 2],
  ])("pages that never reached the disk %s: the upload ends before", async (_where, record, into, whole) => {
    const bytes = content(0, 4 * recordBytes);
    const id = await begin(spool, bytes.length);
    await spool.write(arriving(bytes.subarray(0, recordBytes)), id, 0);
    await spool.write(arriving(bytes.subarray(recordBytes)), id, recordBytes);
    await blank(id, (await recordAt(id, 4, record)) + into, 4096);
    const next = await restarted();
    const offset = whole * recordBytes;
    expect(await offsetOf(id, next)).toBe(offset);
    await next.write(arriving(bytes.subarray(offset)), id, offset);
    expect((await buffer((await restarted()).read(id))).equals(bytes)).toBe(true);
  });

  test("pages of the only write there was: the upload ends before them, at its very start too", async () => {
    for (const record of [0, 1]) {
      const id = await begin(spool, size);
      await spool.write(arriving(content(0, size)), id, 0);
      await blank(id, (await recordAt(id, 3, record)) + 5000, 4096);
      expect(await offsetOf(id, await restarted())).toBe(record * recordBytes);
    }
  });

  test("a mark of a beginning that nobody wrote does not vouch for what lies before", async () => {
    const bytes = content(0, 4 * recordBytes);
    const id = await begin(spool, bytes.length);
    await spool.write(arriving(bytes.subarray(0, recordBytes)), id, 0);
    await spool.write(arriving(bytes.subarray(recordBytes)), id, recordBytes);
    await blank(id, (await recordAt(id, 4, 1)) + 5000, 4096);
    const stored = readFileSync(path(id));
    stored[(await recordAt(id, 4, 3)) + 4] = 1;
    await writeFile(path(id), stored);
    expect(await offsetOf(id, await restarted())).toBe(recordBytes);
  });

  test("a torn record: nothing of it stays behind what is written next", async () => {
    const bytes = content(0, size);
    const id = await begin(spool, size);
    const empty = (await stat(path(id))).size;
    await spool.write(arriving(bytes.subarray(0, recordBytes)), id, 0);
    await truncate(path(id), (await stat(path(id))).size - 1);
    await spool.write(arriving(bytes.subarray(0, 5)), id, 0);
    expect((await stat(path(id))).size).toBe(empty + recordOverhead + 5);
  });

  test("the upload's creation: there is no such upload, and it can begin anew", async () => {
    const id = await begin(spool, 10, { filename: "a name" });
    const whole = readFileSync(path(id));
    for (const cut of [0, 3, 16, 20, 40, whole.length - 1]) {
      await writeFile(path(id), whole.subarray(0, cut));
      const next = await restarted();
      expect(await refusal(next.getUpload(id))).toBe("not-found");
      await next.create(new Upload({ id, size: 10, offset: 0 }));
      await next.write(arriving(content(0, 10)), id, 0);
      expect((await buffer((await restarted()).read(id))).equals(content(0, 10))).toBe(true);
    }
  });
});
