import { readFileSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSeededRandom, createUlid } from "@consilium/foundation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blobStoreContract } from "../blob-store.contract.ts";
import { openDiskStore } from "./open-disk-store.ts";

const now = new Date("2026-03-04T05:06:07Z");
const clock = () => now;
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "blob-store-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

blobStoreContract("on disk", async () => {
  const folder = join(root, "contract");
  const store = await openDiskStore({ folder, clock });
  return { store, everything: () => filesIn(folder), overwriting: "refused", large: 300_000 };
});

async function* one(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

describe("on disk", () => {
  const random = createSeededRandom(3);
  const id = () => createUlid(now.getTime(), random);

  test("of many puts of one id at the same moment one wins, and its bytes are whole", async () => {
    const store = await openDiskStore({ folder: join(root, "race"), clock });
    const same = id();
    const puts = await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(same, one(`put ${n}`))));
    const winner = puts.findIndex(({ ok }) => ok);
    expect(puts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(readFileSync(join(root, "race", same.slice(-2), same), "utf8")).toBe(`put ${winner}`);
  });

  test("folders are named after the last two letters and closed to other accounts, as the files are", async () => {
    const folder = join(root, "names");
    const store = await openDiskStore({ folder, clock });
    const some = id();
    await store.put(some, one("sealed"));
    expect(await filesIn(folder)).toEqual([join(folder, some.slice(-2), some)]);
    expect((await stat(join(folder, some.slice(-2)))).mode & 0o77).toBe(0);
    expect((await stat(join(folder, some.slice(-2), some))).mode & 0o77).toBe(0);
  });

  test("what a killed put left is swept once it is old, and nothing else is", async () => {
    const folder = join(root, "sweep");
    const store = await openDiskStore({ folder, clock });
    await store.put(id(), one("a blob"));
    const [old, young] = [id(), id()];
    const yesterday = new Date(now.getTime() - 86_400_000);
    for (const name of [old, young]) await writeFile(join(folder, "arriving", name), "half of");
    await utimes(join(folder, "arriving", old), yesterday, yesterday);
    await utimes(join(folder, "arriving", young), now, now);
    expect(await store.sweep(new Date(now.getTime() - 3_600_000))).toBe(1);
    expect(await readdir(join(folder, "arriving"))).toEqual([young]);
    expect(await filesIn(folder)).toHaveLength(2);
  });

  test("a folder that went away is said by the probe", async () => {
    const folder = join(root, "gone");
    const store = await openDiskStore({ folder, clock });
    await rm(folder, { recursive: true });
    await writeFile(folder, "a file");
    await chmod(folder, 0o600);
    expect(await store.probe()).toMatchObject({ works: false, cause: { code: "ENOTDIR" } });
  });
});
