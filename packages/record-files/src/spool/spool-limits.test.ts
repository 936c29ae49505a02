import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { recordBytes } from "./record-format.ts";
import type { SealedSpool } from "./sealed-spool.ts";
import { begin, newUploadId, now, openTestSpool, refusal } from "./testing/test-spool.ts";

let root: string;
let folder: string;
let spool: SealedSpool;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "limits-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "spool-"));
  spool = await openTestSpool(folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const limited = () => openTestSpool(folder, { limits: { fileBytes: 100, spoolBytes: 250, uploads: 4 } });
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);

const aged = async (age: number): Promise<string> => {
  const id = await begin(spool, 10);
  await utimes(join(folder, id), hours(age), hours(age));
  return id;
};

describe("limits", () => {
  test("one file has a largest size", async () => {
    const some = await limited();
    expect(await refusal(begin(some, 101))).toBe("file-too-large");
    await begin(some, 100);
  });

  test("all together have one, counted as announced, also by the process after, and freed by removing", async () => {
    const first = await begin(await limited(), 100);
    const some = await limited();
    await begin(some, 100);
    expect(await refusal(begin(some, 51))).toBe("spool-full");
    await begin(some, 50);
    expect(await refusal(begin(some, 1))).toBe("spool-full");
    await some.discard(first);
    await begin(some, 100);
  });

  test("there are at most so many, also of those that begin at the same moment", async () => {
    const some = await limited();
    const begun = await Promise.allSettled(Array.from({ length: 7 }, () => begin(some, 1)));
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    expect(await some.ids()).toHaveLength(4);
    expect(await refusal(begin(some, 1))).toBe("too-many-uploads");
  });

  test("a creation that failed takes no room", async () => {
    const some = await openTestSpool(folder, { limits: { fileBytes: 100, spoolBytes: 100, uploads: 1 } });
    expect(await refusal(begin(some, 3, { filename: "x".repeat(recordBytes) }))).toBe(
      "description-too-large",
    );
    await begin(some, 100);
  });
});

describe("abandoned uploads", () => {
  test("go once nothing came for long, unless they are needed; without a key too", async () => {
    const some = await openTestSpool(folder, {
      abandonedAfter: 24 * 3_600_000,
      keyOf: async () => undefined,
    });
    const [young, old, needed] = [await aged(23), await aged(25), await aged(500)];
    await writeFile(join(folder, "a file of somebody else"), "");
    await utimes(join(folder, "a file of somebody else"), hours(500), hours(500));
    expect(await some.removeAbandoned(async (id) => id === needed)).toEqual([old]);
    expect((await readdir(folder)).toSorted()).toEqual([young, needed, "a file of somebody else"].toSorted());
  });

  test("that began and never came to be are among them", async () => {
    const id = newUploadId();
    await writeFile(join(folder, id), "CSPL");
    await utimes(join(folder, id), hours(72), hours(72));
    await begin(spool, 10);
    expect(await spool.removeAbandoned(async () => false)).toEqual([id]);
  });
});
