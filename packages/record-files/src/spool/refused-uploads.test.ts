import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Upload } from "@tus/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordBytes, recordOverhead } from "./record-format.ts";
import type { SealedSpool } from "./sealed-spool.ts";
import { SpoolDamage } from "./spool-refusal.ts";
import { arriving, begin, content, newUploadId, openTestSpool, refusal } from "./testing/test-spool.ts";

let root: string;
let folder: string;
let spool: SealedSpool;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "refused-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "spool-"));
  spool = await openTestSpool(folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The spool as another process sees it: nothing remembered. */
const restarted = () => openTestSpool(folder);
const offsetOf = async (id: string, of = spool) => (await of.getUpload(id)).offset;
async function* words(): AsyncGenerator<string> {
  yield "words";
}

describe("refused is", () => {
  test("another key, and nothing is lost by it", async () => {
    const id = await begin(spool, 20);
    await spool.write(arriving(content(0, 10)), id, 0);
    const other = await openTestSpool(folder, { keyOf: async () => Buffer.alloc(32) });
    await expect(other.getUpload(id)).rejects.toThrow(SpoolDamage);
    await expect(other.write(arriving(content(0, 20)), id, 0)).rejects.toThrow(SpoolDamage);
    const none = await openTestSpool(folder, { keyOf: async () => undefined });
    expect(await refusal(none.getUpload(id))).toBe("not-found");
    expect(await offsetOf(id)).toBe(10);
  });

  test("a key of another length", async () => {
    const short = await openTestSpool(folder, { keyOf: async () => Buffer.alloc(16) });
    await expect(begin(short, 3)).rejects.toThrow(RangeError);
    expect(await readdir(folder)).toEqual([]);
  });

  test("the file of another upload, also under the same key", async () => {
    const same = await openTestSpool(folder, { keyOf: async () => Buffer.alloc(32, 1) });
    const [one, two] = [await begin(same, 5), await begin(same, 5)];
    await writeFile(join(folder, two), readFileSync(join(folder, one)));
    await expect(same.getUpload(two)).rejects.toThrow(SpoolDamage);
  });

  test("a byte that was changed anywhere: nothing of its record is handed out", async () => {
    const bytes = content(0, recordBytes + 100);
    const id = await begin(spool, bytes.length);
    await spool.write(arriving(bytes.subarray(0, recordBytes)), id, 0);
    await spool.write(arriving(bytes.subarray(recordBytes)), id, recordBytes);
    const stored = readFileSync(join(folder, id));
    // The first write was on the disk before the second began: that it is damaged is found when it is read.
    const at = stored.length - recordOverhead - 100 - 2000;
    stored[at] = (stored[at] ?? 0) ^ 1;
    await writeFile(join(folder, id), stored);
    const next = await restarted();
    await expect(buffer(next.read(id))).rejects.toThrow(SpoolDamage);
    await expect(next.readRange(id, 0, 1)).rejects.toThrow(SpoolDamage);
    expect((await next.readRange(id, recordBytes, 100)).equals(bytes.subarray(recordBytes))).toBe(true);
  });

  test("another announced size in the file's head", async () => {
    const id = await begin(spool, 300);
    const stored = readFileSync(join(folder, id));
    stored[15] = 5;
    await writeFile(join(folder, id), stored);
    await expect(spool.getUpload(id)).rejects.toThrow(SpoolDamage);
  });

  test.each([
    "",
    "..",
    "../../etc/passwd",
    "a/b",
    "01kgf3x0000000000000000000",
    "01KGF3X00000000000000000000",
    "x\u0000",
  ])("the id %o, which is no ULID", async (id) => {
    await writeFile(join(root, "passwd"), "secret");
    expect(await refusal(spool.getUpload(id))).toBe("not-found");
    expect(await refusal(spool.write(arriving(content(0, 1)), id, 0))).toBe("not-found");
    expect(await refusal(buffer(spool.read(id)))).toBe("not-found");
    expect(await refusal(spool.readRange(id, 0, 1))).toBe("not-found");
    expect(await refusal(spool.remove(id))).toBe("not-found");
  });

  test.each(["..", "../../etc/passwd", "passwd"])("the creation of %o, and no file is made", async (id) => {
    expect(await refusal(spool.create(new Upload({ id, size: 1, offset: 0 })))).toBe("not-found");
    expect(await readdir(folder)).toEqual([]);
  });

  test("a write from another offset, and of two at once the one that comes second", async () => {
    const id = await begin(spool, 400_000);
    expect(await refusal(spool.write(arriving(content(0, 5)), id, 1))).toBe("offset-conflict");
    const both = await Promise.allSettled(
      [0, 1].map(() => spool.write(arriving(content(0, 400_000)), id, 0)),
    );
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect((await buffer(spool.read(id))).equals(content(0, 400_000))).toBe(true);
  });

  test("more than was announced; what came before stays", async () => {
    const id = await begin(spool, 100);
    expect(await refusal(spool.write(arriving(content(0, 101), 50), id, 0))).toBe("longer-than-said");
    expect(await offsetOf(id)).toBe(100);
  });

  test("what is no stream of bytes", async () => {
    const id = await begin(spool, 100);
    await expect(spool.write(words(), id, 0)).rejects.toThrow(TypeError);
  });

  test("an upload without a size, or with one that is none", async () => {
    for (const size of [undefined, -1, 0.5, Number.NaN]) {
      const upload = new Upload({ id: newUploadId(), offset: 0 });
      if (size !== undefined) upload.size = size;
      expect(await refusal(spool.create(upload))).toBe("size-missing");
    }
  });

  test("a second upload of one id, whose first stays", async () => {
    const id = await begin(spool, 3);
    await spool.write(arriving(content(0, 3)), id, 0);
    for (const next of [spool, await restarted()])
      expect(await refusal(next.create(new Upload({ id, size: 3, offset: 0 })))).toBe("already-there");
    expect(await offsetOf(id)).toBe(3);
  });

  test("a description longer than a record, and no file stays", async () => {
    expect(await refusal(begin(spool, 3, { filename: "x".repeat(recordBytes) }))).toBe(
      "description-too-large",
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
