import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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
