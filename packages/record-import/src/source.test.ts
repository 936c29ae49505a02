import { describe, expect, test } from "vitest";
import { memorySource, piecesOf, readInWindows, type Source, sourceWithin, wholeOf } from "./source.ts";

const content = Uint8Array.from({ length: 300_000 }, (_, place) => place % 251);

function counted(): { readonly source: Source; readonly reads: string[] } {
  const reads: string[] = [];
  const { bytes, read } = memorySource(content);
  return {
    reads,
    source: {
      bytes,
      read: (offset, length) => {
        reads.push(`${offset}+${length}`);
        return read(offset, length);
      },
    },
  };
}

describe("bytes in ranges", () => {
  test("are fetched together where small ranges lie near one another, and are the same", async () => {
    const { source, reads } = counted();
    const near = readInWindows(source);
    for (const [offset, length] of [
      [10, 46],
      [56, 30],
      [299_990, 10],
      [70, 5],
      [65_530, 6],
      [0, 0],
    ] as const)
      expect(await near.read(offset, length)).toEqual(content.subarray(offset, offset + length));
    expect(reads).toEqual(["0+65536", "262144+37856", "0+0"]);
    // Over the border of two windows it is read as it is asked for.
    expect(await near.read(65_530, 20)).toEqual(content.subarray(65_530, 65_550));
    expect(reads.at(-1)).toBe("65530+20");
    await expect(near.read(299_999, 2)).rejects.toThrow("Beyond the end");
  });

  test("within others end where those do", async () => {
    const part = sourceWithin(memorySource(content), 1000, 500);
    expect(await part.read(490, 10)).toEqual(content.subarray(1490, 1500));
    await expect(part.read(490, 11)).rejects.toThrow("Beyond the end");
  });

  test("come whole from pieces of at most a mebibyte", async () => {
    const large = new Uint8Array(2 ** 21 + 7).fill(3);
    const lengths: number[] = [];
    for await (const piece of piecesOf(memorySource(large))) lengths.push(piece.length);
    expect(lengths).toEqual([2 ** 20, 2 ** 20, 7]);
    expect(Buffer.compare(await wholeOf(memorySource(large)), large)).toBe(0);
    expect(await wholeOf(memorySource(new Uint8Array(0)))).toHaveLength(0);
  });
});
