import { buffer } from "node:stream/consumers";
import { createSeededRandom, createUlid } from "@consilium/foundation";
import { beforeAll, describe, expect, test } from "vitest";
import { openSealedFile } from "../sealed-file/open-sealed-file.ts";
import { sealFile } from "../sealed-file/seal-file.ts";
import { BlobAbsent, type BlobStore, type Overwriting } from "./blob-store.ts";

export interface StoreUnderTest {
  readonly store: BlobStore;
  /** Everything that lies there, drafts and parts of what never became a blob too: names, to see that nothing is left. */
  readonly everything: () => Promise<readonly string[]>;
  readonly overwriting: Overwriting;
  /** Longer than this goes another way in some stores; bytes. */
  readonly large: number;
}

const random = createSeededRandom(11);
const newId = () => createUlid(1_770_000_000_000, random);
const content = (size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 4 <= size; at += 4) bytes.writeUInt32LE(random.below(2 ** 32), at);
  return bytes;
};

async function* pieces(bytes: Buffer, size = 70_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What every store must do: on disk, in memory, behind S3 with and without conditions. */
export function blobStoreContract(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`a store ${name}`, () => {
    let place: StoreUnderTest;
    let store: BlobStore;
    beforeAll(async () => {
      place = await create();
      store = place.store;
      expect(await store.probe()).toEqual({ works: true, overwriting: place.overwriting });
    });
    const sizes = (): [string, number][] => [
      ["nothing", 0],
      ["one byte", 1],
      ["some", 100_000],
      ["as much as goes at once", place.large],
      ["a byte more", place.large + 1],
      ["much", 2 * place.large + 17],
    ];
    const stored = async (bytes: Buffer): Promise<string> => {
      const id = newId();
      expect(await store.put(id, pieces(bytes))).toEqual({ ok: true, value: bytes.length });
      return id;
    };

    test("what was put is there, whole, and of its size", async () => {
      for (const [what, size] of sizes()) {
        const bytes = content(size);
        const id = await stored(bytes);
        const isSame = (await buffer(store.get(id, 0, size + 1))).equals(bytes);
        expect({ what, size: await store.size(id), isSame }).toEqual({ what, size, isSame: true });
      }
    });

    test("a range is what lies in it, and over the end what is left", async () => {
      const bytes = content(place.large + 1000);
      const id = await stored(bytes);
      const ranges = [
        [0, 1],
        [999, 70_002],
        [place.large - 1, 3],
        [bytes.length - 1, 1],
        [bytes.length - 5, 50],
      ];
      for (const [from = 0, length = 0] of ranges)
        expect((await buffer(store.get(id, from, length))).equals(bytes.subarray(from, from + length))).toBe(
          true,
        );
      for (const from of [bytes.length, bytes.length + 1000])
        expect((await buffer(store.get(id, from, 10))).length).toBe(0);
    });

    test("a reader may leave in the middle, and the store serves the next", async () => {
      const bytes = content(place.large * 2);
      const id = await stored(bytes);
      for (let turn = 0; turn < 60; turn += 1) {
        for await (const piece of store.get(id, 0, bytes.length)) {
          expect(piece.length).toBeGreaterThan(0);
          break;
        }
      }
      expect((await buffer(store.get(id, 5, 5))).equals(bytes.subarray(5, 10))).toBe(true);
    });

    test("nothing is ever put over a blob, small or large", async () => {
      for (const size of [3, place.large + 5]) {
        const first = content(size);
        const id = await stored(first);
        const before = (await place.everything()).toSorted();
        for (const again of [first, content(2), content(place.large * 2), Buffer.alloc(0)])
          expect(await store.put(id, pieces(again))).toEqual({ ok: false, reason: "exists" });
        expect((await buffer(store.get(id, 0, size))).equals(first)).toBe(true);
        expect((await place.everything()).toSorted()).toEqual(before);
      }
    });

    test("a source that breaks leaves nothing, and its reason is passed on", async () => {
      const before = (await place.everything()).toSorted();
      for (const size of [0, 1000, place.large * 2 + 1000]) {
        const broken = async function* broken(): AsyncGenerator<Buffer> {
          yield* pieces(content(size));
          throw new Error("the line is dead");
        };
        const id = newId();
        await expect(store.put(id, broken())).rejects.toThrow("the line is dead");
        expect(await store.size(id)).toBeUndefined();
      }
      expect((await place.everything()).toSorted()).toEqual(before);
    });

    test("an abort ends a put whose source is silent, and leaves nothing", async () => {
      const before = (await place.everything()).toSorted();
      for (const size of [1000, place.large * 2 + 1000]) {
        const abort = new AbortController();
        const silent = async function* silent(): AsyncGenerator<Buffer> {
          yield* pieces(content(size));
          abort.abort(new Error("the case was closed"));
          await new Promise(() => {});
        };
        const id = newId();
        await expect(store.put(id, silent(), abort.signal)).rejects.toThrow("the case was closed");
        expect(await store.size(id)).toBeUndefined();
        await expect(store.put(id, pieces(content(5)), abort.signal)).rejects.toThrow("the case was closed");
      }
      expect((await place.everything()).toSorted()).toEqual(before);
    });

    test("of two puts of one id after each other the first stays, and after a delete the id is free", async () => {
      const id = await stored(content(10));
      await store.delete(id);
      expect(await store.size(id)).toBeUndefined();
      await expect(buffer(store.get(id, 0, 1))).rejects.toThrow(BlobAbsent);
      await store.delete(id);
      expect((await store.put(id, pieces(content(4)))).ok).toBe(true);
      expect(await store.size(id)).toBe(4);
    });

    test("what was never put is absent", async () => {
      const id = newId();
      expect(await store.size(id)).toBeUndefined();
      await expect(buffer(store.get(id, 0, 1))).rejects.toThrow(BlobAbsent);
    });

    test.each([
      "",
      "../../etc/passwd",
      "..",
      "scan.dcm",
      "01KGF3X00000000000000000A/",
      "01kgf3x0000000000000000000",
    ])("%o is no id", async (id) => {
      const refused = "A blob's id is a ULID";
      await expect((async () => store.put(id, pieces(content(1))))()).rejects.toThrow(refused);
      await expect((async () => buffer(store.get(id, 0, 1)))()).rejects.toThrow(refused);
      await expect((async () => store.size(id))()).rejects.toThrow(refused);
      await expect((async () => store.delete(id))()).rejects.toThrow(refused);
    });

    test.each([
      [-1, 1],
      [0, 0],
      [0, -5],
      [0.5, 1],
      [Number.NaN, 1],
    ])("no range begins at %d with %d bytes", async (from, length) => {
      const id = await stored(content(10));
      await expect((async () => buffer(store.get(id, from, length)))()).rejects.toThrow(RangeError);
    });

    test("a sealed file is read by ranges through it", async () => {
      const bytes = content(700_001);
      const filePlace = { organisationId: "north", caseId: "one", fileId: newId(), version: 1 };
      const caseKey = Buffer.alloc(32, 7);
      const sealing = sealFile([bytes], caseKey, filePlace);
      expect((await store.put(filePlace.fileId, sealing.sealed)).ok).toBe(true);
      const read = (from: number, length: number) => store.get(filePlace.fileId, from, length);
      const file = await openSealedFile({ read, bytes: sealing.plain().bytes, caseKey, place: filePlace });
      expect((await buffer(file.range(0, bytes.length))).equals(bytes)).toBe(true);
      expect((await buffer(file.range(262_000, 300_000))).equals(bytes.subarray(262_000, 562_000))).toBe(
        true,
      );
    });

    test("a probe leaves nothing behind", async () => {
      const before = (await place.everything()).toSorted();
      expect((await store.probe()).works).toBe(true);
      expect((await place.everything()).toSorted()).toEqual(before);
    });
  });
}
