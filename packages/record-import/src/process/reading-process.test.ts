import { afterAll, describe, expect, test, vi } from "vitest";
import { delivered, inShort, memoryStore, readFiles } from "../testing/deliver.ts";
import { makeZip } from "../testing/make-zip.ts";
import { openReadingProcess } from "./reading-process.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const mebi = 2 ** 20;

const main = new URL("../testing/hostile-main.ts", import.meta.url);
const limits = { memory: 400 * mebi, heap: 200 * mebi, deaths: 4 };
const process = openReadingProcess({ main, limits });
/** For what only the clock ends. */
const hasty = openReadingProcess({ main, limits: { ...limits, longest: 4000 } });
afterAll(() => {
  process.close();
  hasty.close();
});
// Processes start again and again, which on a busy machine takes seconds each.
vi.setConfig({ testTimeout: 180_000 });

describe("a process that dies over a file", () => {
  test.each([
    ["an endless loop", "loop", "took-too-long", hasty],
    ["a memory hog", "hog", "needs-too-much-memory", process],
    ["a program that ends", "exit", "reader-crashed", process],
  ])("is replaced, and %s costs nobody else's file", async (_what, does, reason, reader) => {
    const reading = await readFiles(reader, [
      delivered("before.txt", "The lesion is stable."),
      delivered("bad.hostile", does),
      delivered("after.txt", "No new lesion."),
    ]);
    expect(inShort(reading)).toEqual(["before.txt kept", `bad.hostile not-read ${reason}`, "after.txt kept"]);
    const next = await readFiles(reader, [delivered("next.txt", "The next delivery works.")]);
    expect(inShort(next)).toEqual(["next.txt kept"]);
  });

  test("goes on with the rest of an archive, whose earlier members are not read twice", async () => {
    const zip = makeZip([
      { name: "a.txt", content: encode("First.") },
      { name: "b.hostile", content: encode("exit") },
      { name: "c.txt", content: encode("Third.") },
    ]);
    const settled: string[] = [];
    const reading = await readFiles(process, [delivered("disc.zip", zip)], {
      progress: ({ read, total, path }) => settled.push(`${read}/${total} ${path}`),
    });
    expect(inShort(reading)).toEqual([
      "disc.zip kept",
      "disc.zip/a.txt kept",
      "disc.zip/b.hostile not-read reader-crashed",
      "disc.zip/c.txt kept",
    ]);
    expect(settled).toEqual([
      "1/2 disc.zip/a.txt",
      "2/3 disc.zip/b.hostile",
      "3/4 disc.zip/c.txt",
      "4/4 disc.zip",
    ]);
    expect(reading.outcomes[0]?.records).toHaveLength(2);
  });

  test("gives up on an archive that keeps killing it, and keeps what was read", async () => {
    const bad = Array.from({ length: 9 }, (_, place) => ({
      name: `${place}.hostile`,
      content: encode("exit"),
    }));
    const zip = makeZip([{ name: "a.txt", content: encode("First.") }, ...bad]);
    const reading = await readFiles(process, [delivered("disc.zip", zip), delivered("b.txt", "After it.")]);
    expect(inShort(reading)).toEqual([
      "disc.zip kept too-much-failed",
      "disc.zip/a.txt kept",
      "disc.zip/0.hostile not-read reader-crashed",
      "disc.zip/1.hostile not-read reader-crashed",
      "disc.zip/2.hostile not-read reader-crashed",
      "b.txt kept",
    ]);
  });

  test("leaves nothing half stored", async () => {
    const { store, files } = memoryStore();
    const reading = await readFiles(hasty, [delivered("bad.hostile", "half-stored")], { store });
    expect(inShort(reading)).toEqual(["bad.hostile not-read took-too-long"]);
    expect(files.size).toBe(0);
  });
});

test("a fault of a reader is an outcome, and the log is told where, not what", async () => {
  const told: string[] = [];
  const reading = await readFiles(
    process,
    [delivered("bad.hostile", "throw"), delivered("b.txt", "After it.")],
    {
      fault: (path, trace) => told.push(`${path} ${trace}`),
    },
  );
  expect(inShort(reading)).toEqual(["bad.hostile not-read reader-crashed", "b.txt kept"]);
  expect(told.join()).toContain("hostile-main.ts");
  expect(told.join()).not.toContain("patient");
});

test.each([
  ["asks for what no reader asks for", "nonsense"],
  ["asks for bytes beyond the end of its file", "beyond"],
  ["has bytes kept that are beyond the end of its file", "nonsense-own"],
  ["names a file of the case that was not stored for it", "forge"],
])("a process that %s is not believed", async (_what, does) => {
  const reading = await readFiles(process, [delivered("bad.hostile", does), delivered("b.txt", "After it.")]);
  expect(inShort(reading)).toEqual(["bad.hostile not-read reader-crashed", "b.txt kept"]);
  expect(reading.records).toHaveLength(1);
});

test("the process has no environment, writes nothing, reads nothing but itself, and has no network", async () => {
  const reading = await readFiles(process, [delivered("look.hostile", "look-around")]);
  expect(reading.patients[0]?.name).toBe("ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED");
});

describe("a delivery", () => {
  test("ends with the signal's reason, and the next one is read", async () => {
    const stop = new AbortController();
    const files = [delivered("a.txt", "One."), delivered("bad.hostile", "loop")];
    const stopped = readFiles(process, files, {
      signal: stop.signal,
      progress: () => stop.abort(new Error("taken back")),
    });
    await expect(stopped).rejects.toThrow("taken back");
    expect(inShort(await readFiles(process, [delivered("b.txt", "Two.")]))).toEqual(["b.txt kept"]);
  });

  test("fails as a whole where its own bytes cannot be fetched, or nothing can be kept", async () => {
    const gone = { path: "a.txt", bytes: 10, read: () => Promise.reject(new Error("the spool is gone")) };
    await expect(readFiles(process, [gone])).rejects.toThrow("the spool is gone");
    const full = { store: () => Promise.reject(new Error("the disk is full")) };
    await expect(readFiles(process, [delivered("bad.hostile", "half-stored")], full)).rejects.toThrow(
      "the disk is full",
    );
  });

  test("waits for the one before, and both are read", async () => {
    const both = await Promise.all([
      readFiles(process, [delivered("a.txt", "One."), delivered("b.txt", "Two.")]),
      readFiles(process, [delivered("c.txt", "Three.")]),
    ]);
    expect(both.map(inShort)).toEqual([["a.txt kept", "b.txt kept"], ["c.txt kept"]]);
  });
});

test("a program that does not start is no fault of the files", async () => {
  const broken = openReadingProcess({ main: new URL("no-such-program.ts", import.meta.url) });
  await expect(readFiles(broken, [delivered("a.txt", "One.")])).rejects.toThrow("does not start");
  broken.close();
});
