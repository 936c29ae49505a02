import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { createSeededRandom } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import { type FilePlace, headerBytes, sealedBytes, segmentAt, segmentBytes } from "./file-format.ts";
import { openSealedFile } from "./open-sealed-file.ts";
import { sealFile } from "./seal-file.ts";
import { SealedFileError } from "./sealed-file-error.ts";

const caseKey = Buffer.alloc(32, 7);
const place: FilePlace = { organisationId: "north", caseId: "one", fileId: "scan", version: 1 };
const borders = [0, 1, segmentBytes, 2 * segmentBytes].flatMap((size) => [size - 1, size, size + 1]);
const sizes = [...new Set(borders.filter((size) => size >= 0)), 3 * segmentBytes + 12_345];

/** Bytes that repeat nowhere at a segment's distance. */
function content(size: number): Buffer {
  const random = createSeededRandom(size);
  const bytes = Buffer.alloc(size + 4);
  for (let at = 0; at < size; at += 4) bytes.writeUInt32LE(random.below(2 ** 32), at);
  return bytes.subarray(0, size);
}

/** In chunks of uneven sizes. */
function* inChunks(bytes: Buffer, seed = 1): Generator<Buffer> {
  const random = createSeededRandom(seed);
  for (let at = 0; at < bytes.length;) {
    const end = at + random.below(90_000);
    yield bytes.subarray(at, end);
    at = end;
  }
}

const sealed = async (bytes: Buffer, change: Partial<FilePlace> = {}, key = caseKey): Promise<Buffer> =>
  await buffer(sealFile(inChunks(bytes), key, { ...place, ...change }).sealed);

interface Opening {
  readonly stored: Buffer;
  readonly bytes: number;
  readonly key?: Buffer;
  readonly at?: FilePlace;
  readonly reads?: (from: number, length: number) => void;
}

const open = ({ stored, bytes, key = caseKey, at = place, reads }: Opening) =>
  openSealedFile({
    read: async function* read(from, length) {
      reads?.(from, length);
      yield* inChunks(stored.subarray(from, from + length), from + 1);
    },
    bytes,
    caseKey: key,
    place: at,
  });

const readRange = async (opening: Opening, from = 0, length = opening.bytes): Promise<Buffer> =>
  buffer((await open(opening)).range(from, length));

const segment = (stored: Buffer, index: number) => stored.subarray(segmentAt(index), segmentAt(index + 1));
/** The stored file with other segments where the given ones were. */
const arranged = (stored: Buffer, segments: readonly Buffer[]) =>
  Buffer.concat([stored.subarray(0, headerBytes), ...segments]);

function* broken(): Generator<Buffer> {
  yield Buffer.alloc(300_000);
  throw new Error("the line is dead");
}

const refusal = async (promise: Promise<unknown>): Promise<unknown> => {
  const error = await promise.then(
    () => new Error("was handed out"),
    (cause: unknown) => cause,
  );
  return error instanceof SealedFileError ? error.reason : error;
};

describe("a sealed file", () => {
  test.each(sizes)("of %d bytes opens as it was, with its size and digest told", async (size) => {
    const bytes = content(size);
    const sealing = sealFile(inChunks(bytes), caseKey, place);
    const stored = await buffer(sealing.sealed);
    expect(sealing.plain()).toEqual({
      bytes: size,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(stored.length).toBe(sealedBytes(size));
    expect((await readRange({ stored, bytes: size })).equals(bytes)).toBe(true);
  });

  test("is sealed in turn with others, and none has a byte of another", async () => {
    const bodies = Array.from({ length: 12 }, (_, at) => content(segmentBytes + 1000 + at));
    const files = bodies.map((bytes) => ({ bytes, sealing: sealFile(inChunks(bytes), caseKey, place) }));
    const stored = files.map((): Buffer[] => []);
    const running = new Set(files.keys());
    while (running.size > 0)
      for (const at of running) {
        const next = await files[at]?.sealing.sealed.next();
        if (next?.value) stored[at]?.push(next.value);
        else running.delete(at);
      }
    for (const [at, bytes] of bodies.entries()) {
      const whole = Buffer.concat(stored[at] ?? []);
      expect((await readRange({ stored: whole, bytes: bytes.length })).equals(bytes)).toBe(true);
    }
  });

  test("gives any range, over borders and within them", async () => {
    const bytes = content(2 * segmentBytes + 777);
    const stored = await sealed(bytes);
    const random = createSeededRandom(5);
    const edges = [0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 2 * segmentBytes, bytes.length];
    const somewhere = () => (random.below(2) === 0 ? random.pick(edges) : random.below(bytes.length + 1));
    for (let turn = 0; turn < 150; turn += 1) {
      const [from = 0, end = 0] = [somewhere(), somewhere()].toSorted((a, b) => a - b);
      const got = await readRange({ stored, bytes: bytes.length }, from, end - from);
      expect(got.equals(bytes.subarray(from, end)), `${from} to ${end}`).toBe(true);
    }
  });

  test("reads the header and the segments of a range, and no others", async () => {
    const bytes = content(5 * segmentBytes);
    const stored = await sealed(bytes);
    const read: [number, number][] = [];
    await readRange(
      { stored, bytes: bytes.length, reads: (from, length) => read.push([from, length]) },
      2 * segmentBytes + 10,
      segmentBytes,
    );
    expect(read).toEqual([
      [0, headerBytes],
      [segmentAt(2), segmentAt(4) - segmentAt(2)],
    ]);
  });

  test.each([
    [-1, 1],
    [0, 12],
    [11, 1],
    [0.5, 1],
    [0, Number.NaN],
  ])("has no range from %d of %d bytes where it has eleven", async (from, length) => {
    const stored = await sealed(content(11));
    await expect(readRange({ stored, bytes: 11 }, from, length)).rejects.toThrow(RangeError);
  });

  test("shares no key or nonce with another sealing of the same bytes for the same place", async () => {
    const [one, two] = [await sealed(content(400_000)), await sealed(content(400_000))];
    for (const at of [segmentAt(0), segmentAt(1)])
      expect(one.subarray(at, at + 64).equals(two.subarray(at, at + 64))).toBe(false);
    const twice = await sealed(Buffer.alloc(2 * segmentBytes));
    expect(
      twice.subarray(segmentAt(0), segmentAt(1)).equals(twice.subarray(segmentAt(1), segmentAt(2))),
    ).toBe(false);
  });

  test("tells its digest only once it is sealed to its end, and passes on what its source throws", async () => {
    const sealing = sealFile(broken(), caseKey, place);
    await expect(buffer(sealing.sealed)).rejects.toThrow("the line is dead");
    expect(sealing.plain).toThrow("not sealed to its end");
  });

  test("is not sealed under a key of another length", () => {
    expect(() => sealFile([], Buffer.alloc(16), place)).toThrow(RangeError);
  });
});

describe("refused is", () => {
  const size = 3 * segmentBytes + 100;

  test.each(sizes)("a file of %d bytes of which any one byte was changed", async (bytes) => {
    const random = createSeededRandom(bytes);
    const original = await sealed(content(bytes));
    const places = [0, 4, 5, 7, 8, headerBytes - 1, headerBytes, original.length - 1];
    for (let turn = 0; turn < 8; turn += 1) places.push(random.below(original.length));
    for (const at of places) {
      const stored = Buffer.from(original);
      stored[at] = (stored[at] ?? 0) ^ (1 << random.below(8));
      expect(await refusal(readRange({ stored, bytes })), `byte ${at}`).toMatch(
        at < 8 ? "not-a-sealed-file" : "not-authentic",
      );
    }
  });

  test.each([
    ["of another organisation", { organisationId: "south" }],
    ["of another case", { caseId: "two" }],
    ["of another file", { fileId: "letter" }],
    ["of another version", { version: 2 }],
    ["whose parts would join to the same words", { organisationId: "northo", caseId: "ne" }],
  ])("a file %s", async (_of, change) => {
    const stored = await sealed(content(size), change);
    expect(await refusal(readRange({ stored, bytes: size }))).toBe("not-authentic");
    const empty = await sealed(content(0), change);
    expect(await refusal(readRange({ stored: empty, bytes: 0 }))).toBe("not-authentic");
  });

  test("a file under another key", async () => {
    const stored = await sealed(content(size), {}, Buffer.alloc(32, 8));
    expect(await refusal(readRange({ stored, bytes: size }))).toBe("not-authentic");
  });

  test("a file without its tail, cut anywhere", async () => {
    const stored = await sealed(content(size));
    const cuts = [0, headerBytes - 1, headerBytes, segmentAt(1), segmentAt(3), segmentAt(3) - 1];
    for (const cut of [...cuts, stored.length - 1])
      expect(await refusal(readRange({ stored: stored.subarray(0, cut), bytes: size })), `at ${cut}`).toBe(
        "cut-short",
      );
  });

  test("a file that was cut at a border, with a size that agrees", async () => {
    const stored = await sealed(content(size));
    for (const segments of [1, 2, 3]) {
      const cut = stored.subarray(0, segmentAt(segments));
      expect(await refusal(readRange({ stored: cut, bytes: segments * segmentBytes }))).toBe("not-authentic");
    }
  });

  test("a size that is not the file's", async () => {
    const stored = await sealed(content(size));
    expect(await refusal(readRange({ stored, bytes: size - 1 }))).toBe("not-authentic");
    expect(await refusal(readRange({ stored, bytes: size + 1 }))).toBe("cut-short");
    expect(await refusal(readRange({ stored, bytes: 0 }))).toBe("not-authentic");
  });

  test("segments in another order, repeated or left out", async () => {
    const stored = await sealed(content(size));
    const [a, b, c, d] = [segment(stored, 0), segment(stored, 1), segment(stored, 2), segment(stored, 3)];
    for (const order of [
      [b, a, c, d],
      [a, a, c, d],
      [a, c, b, d],
      [d, b, c, a],
    ])
      expect(await refusal(readRange({ stored: arranged(stored, order), bytes: size }))).toBe(
        "not-authentic",
      );
    expect(
      await refusal(readRange({ stored: arranged(stored, [a, b, d]), bytes: size - segmentBytes })),
    ).toBe("not-authentic");
  });

  test("a segment of another sealing, though of the same file, place and index", async () => {
    const [one, two] = [await sealed(content(size)), await sealed(content(size))];
    const mixed = [segment(one, 0), segment(two, 1), segment(one, 2), segment(one, 3)];
    expect(await refusal(readRange({ stored: arranged(one, mixed), bytes: size }))).toBe("not-authentic");
  });

  test("what comes after a broken segment, while what was proven before was handed out", async () => {
    const bytes = content(size);
    const stored = await sealed(bytes);
    stored[segmentAt(2) + 5] = (stored[segmentAt(2) + 5] ?? 0) ^ 1;
    const got: Buffer[] = [];
    const file = await open({ stored, bytes: size });
    const reading = (async () => {
      for await (const piece of file.range(0, size)) got.push(piece);
    })();
    expect(await refusal(reading)).toBe("not-authentic");
    expect(Buffer.concat(got).equals(bytes.subarray(0, 2 * segmentBytes))).toBe(true);
  });
});
