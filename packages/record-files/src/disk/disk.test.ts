import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MadeFolders } from "./made-folders.ts";
import { SyncedFolder } from "./synced-folder.ts";
import { writeAll, type Written } from "./whole-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "disk-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("pieces are written one behind the other, also where the system takes less than it was given", async () => {
  const pieces = ["one", "", "two", "three"].map((word) => Buffer.from(word));
  for (const most of [0, 1, 3, 4, 6, 7, 100]) {
    const path = join(folder, `taken-${most}`);
    const handle = await open(path, "wx");
    const file: Written = {
      write: (...range) => handle.write(...range),
      writev: async (some, position) =>
        handle.write(Buffer.concat(some).subarray(0, most), 0, null, position),
    };
    await handle.write("..");
    await writeAll(file, pieces, 2);
    await writeAll(file, [], 2);
    await handle.close();
    expect(await readFile(path, "utf8")).toBe("..onetwothree");
  }
});

test("who waits for a folder while it is synced waits for the next time, and is told of its failure alone", async () => {
  const synced = new SyncedFolder(folder);
  const [first, second, third] = [synced.sync(), synced.sync(), synced.sync()];
  expect(second).toBe(first);
  expect(third).toBe(first);
  await first;
  const gone = new SyncedFolder(join(folder, "gone"));
  const running = gone.sync();
  await Promise.resolve();
  const next = gone.sync();
  expect(next).not.toBe(running);
  await expect(running).rejects.toThrow("ENOENT");
  await expect(next).rejects.toThrow("ENOENT");
});

test("a folder is there for all who need it once its name is on the disk, and not before for anybody", async () => {
  const disk = Promise.withResolvers<void>();
  let syncs = 0;
  const sync = () => {
    syncs += 1;
    return disk.promise;
  };
  const folders = new MadeFolders({ sync });
  const path = join(folder, "made");
  const ready: string[] = [];
  const both = ["first", "second"].map(async (who) => {
    await folders.have(path);
    ready.push(who);
  });
  await expect.poll(() => syncs).toBe(1);
  expect(ready).toEqual([]);
  disk.resolve();
  await Promise.all(both);
  await folders.have(path);
  expect(ready).toHaveLength(2);
  expect(syncs).toBe(1);
});

test("a folder that could not be made is tried again by the next who needs it", async () => {
  const inFile = join(folder, "a-file");
  await (await open(inFile, "wx")).close();
  const folders = new MadeFolders({ sync: () => Promise.resolve() });
  await expect(folders.have(join(inFile, "made"))).rejects.toThrow("ENOTDIR");
  await rm(inFile);
  await folders.have(join(inFile, "made"));
});
