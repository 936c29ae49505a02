import { expect, test } from "vitest";
import { headFirst } from "./head-first.ts";
import { memorySource, type Source } from "./source.ts";

const mebi = 2 ** 20;

function watched(content: Uint8Array): Source & { readonly asked: (readonly [number, number])[] } {
  const asked: (readonly [number, number])[] = [];
  const { bytes, read } = memorySource(content);
  return {
    bytes,
    asked,
    read: (offset, length) => {
      asked.push([offset, length]);
      return read(offset, length);
    },
  };
}

test("small ranges of a beginning are one fetch, also where it was fetched ahead; bytes are the same", async () => {
  const content = Uint8Array.from({ length: 3000 }, (_, at) => at % 251);
  const source = watched(content);
  const head = headFirst(source);
  head.fetch();
  expect(Buffer.compare(await head.read(0, 4), content.subarray(0, 4))).toBe(0);
  expect(Buffer.compare(await head.read(2990, 10), content.subarray(2990))).toBe(0);
  expect((await head.read(3000, 0)).length).toBe(0);
  expect(source.asked).toEqual([[0, 3000]]);
});

test("what lies behind the first MiB, or reaches over its end, is asked of the source", async () => {
  const source = watched(new Uint8Array(mebi + 10).fill(7));
  const head = headFirst(source);
  await head.read(mebi - 1, 2);
  await head.read(mebi, 10);
  await head.read(0, 1);
  expect(source.asked).toEqual([
    [mebi - 1, 2],
    [mebi, 10],
    [0, mebi],
  ]);
});

test("a fetch ahead that fails is told to whoever asks, and to nobody else", async () => {
  const head = headFirst({ bytes: 10, read: () => Promise.reject(new Error("The disk is away")) });
  head.fetch();
  await new Promise((resolve) => setImmediate(resolve));
  await expect(head.read(0, 1)).rejects.toThrow("The disk is away");
  await expect(headFirst(memorySource(new Uint8Array(4))).read(2, 3)).rejects.toThrow(RangeError);
});
