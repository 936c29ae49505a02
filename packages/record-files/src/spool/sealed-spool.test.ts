import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordBytes } from "./record-format.ts";
import type { SealedSpool } from "./sealed-spool.ts";
import { arriving, begin, content, keyOf, now, openTestSpool, refusal } from "./testing/test-spool.ts";

let root: string;
let folder: string;
let spool: SealedSpool;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "sealed-spool-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "spool-"));
  spool = await openTestSpool(folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The spool as another process sees it: nothing remembered. */
const restarted = () => openTestSpool(folder);
const offsetOf = async (id: string, of = spool) => (await of.getUpload(id)).offset;
describe("an upload", () => {
  test.each([0, 1, recordBytes - 1, recordBytes, recordBytes + 1, 3 * recordBytes + 5])(
    "of %d bytes is read as it came, from this process and the next",
    async (size) => {
      const bytes = content(0, size);
      const id = await begin(spool, size);
      expect(await spool.write(arriving(bytes), id, 0)).toBe(size);
      for (const reader of [spool, await restarted()]) {
        expect(await offsetOf(id, reader)).toBe(size);
        expect((await buffer(reader.read(id))).equals(bytes)).toBe(true);
      }
    },
  );

  test("comes in as many writes as it likes, and any range of it can be read", async () => {
    const size = 2 * recordBytes + 77;
    const bytes = content(0, size);
    const id = await begin(spool, size);
    let at = 0;
    for (const length of [1, 70_000, 0, recordBytes, 3, size])
      at = await spool.write(arriving(bytes.subarray(at, at + length)), id, at);
    expect(at).toBe(size);
    const edges = [
      0,
      1,
      2,
      70_000,
      70_001,
      70_002,
      recordBytes,
      70_001 + recordBytes,
      size - 1,
      size,
      size + 50,
    ];
    for (const from of edges)
      for (const length of [0, 1, 2, 100_000, size])
        expect((await spool.readRange(id, from, length)).equals(bytes.subarray(from, from + length))).toBe(
          true,
        );
    for (const [from = 0, length = 0] of [
      [-1, 5],
      [0, -1],
      [0.5, 1],
      [0, Number.NaN],
    ])
      await expect(spool.readRange(id, from, length)).rejects.toThrow(RangeError);
  });

  test("comes at once with many others, and none has a byte of another: written in turns, read in turns", async () => {
    const size = 2 * recordBytes + 99;
    const bodies = Array.from({ length: 20 }, (_, seed) => content(seed, size));
    const ids = await Promise.all(bodies.map(() => begin(spool, size)));
    await Promise.all(ids.map((id, at) => spool.write(arriving(bodies[at] ?? Buffer.alloc(0)), id, 0)));
    const edges = [0, 5, recordBytes - 7, recordBytes + 7, size - 1];
    const ranges = ids.flatMap((id, at) => edges.map((from) => ({ id, from, body: bodies[at] })));
    const read = await Promise.all(ranges.map(({ id, from }) => spool.readRange(id, from, recordBytes)));
    for (const [at, { from, body }] of ranges.entries())
      expect(read[at]?.equals(body?.subarray(from, from + recordBytes) ?? Buffer.alloc(0))).toBe(true);
  });

  test("keeps what its client said of it", async () => {
    const metadata = { filename: "Müller, Erika.pdf", caseId: "one", empty: null };
    const id = await begin(spool, 5, metadata);
    const found = await (await restarted()).getUpload(id);
    expect(found).toMatchObject({ id, size: 5, offset: 0, metadata, creation_date: now.toISOString() });
    expect((await spool.getUpload(await begin(spool, 5))).metadata).toBeUndefined();
  });

  test("leaves neither bytes nor names plain on the disk", async () => {
    const said = "A sentence that is easily found again";
    const id = await begin(spool, said.length, { filename: "Erika-Mustermann-MRI.pdf" });
    await spool.write(arriving(Buffer.from(said)), id, 0);
    for (const name of await readdir(folder)) {
      const onDisk = `${name}${readFileSync(join(folder, name), "latin1")}`;
      for (const word of [
        "sentence",
        "Mustermann",
        "filename",
        Buffer.from("Mustermann").toString("base64").slice(0, 10),
      ])
        expect(onDisk).not.toContain(word);
      expect((await stat(join(folder, name))).mode & 0o77).toBe(0);
    }
  });

  test("cannot be read before it is whole", async () => {
    const id = await begin(spool, 10);
    await spool.write(arriving(content(0, 9)), id, 0);
    expect(await refusal(buffer(spool.read(id)))).toBe("unfinished");
    expect(await refusal(spool.readRange(id, 0, 1))).toBe("unfinished");
  });

  test("is gone after it was removed, and removing it again is refused towards tus only", async () => {
    const id = await begin(spool, 3);
    await spool.remove(id);
    expect(await readdir(folder)).toEqual([]);
    expect(await refusal(spool.getUpload(id))).toBe("not-found");
    expect(await refusal(spool.remove(id))).toBe("not-found");
    expect(await refusal(spool.write(arriving(content(0, 3)), id, 0))).toBe("not-found");
    expect(await refusal(buffer(spool.read(id)))).toBe("not-found");
    expect(await spool.discard(id)).toBe(false);
  });

  test("that is removed while it is written is refused at the end of the write, and stays removed", async () => {
    const id = await begin(spool, 100_000);
    const removing = async function* removing(): AsyncGenerator<Buffer> {
      yield content(0, 50_000);
      await spool.discard(id);
      yield content(50_000, 50_000);
    };
    expect(await refusal(spool.write(removing(), id, 0))).toBe("not-found");
    expect(await readdir(folder)).toEqual([]);
  });
});

test("the key is asked for by the upload's id", async () => {
  const asked: string[] = [];
  const some = await openTestSpool(folder, {
    keyOf: (id) => {
      asked.push(id);
      return keyOf(id);
    },
  });
  const id = await begin(some, 1);
  expect(asked).toEqual([id]);
});
