import { expect, test } from "vitest";
import { admitFiles, largestFile, mostFiles, ownPath } from "./admit-files.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { walkDrop } from "./walk-drop.ts";

const fileOf = (name: string, size = 3, lastModified = 1): File => {
  const file = new File(["abc"], name, { lastModified });
  Object.defineProperty(file, "size", { value: size });
  return file;
};

interface FakeEntry {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  readonly fullPath: string;
}

const entry = (path: string): FakeEntry & Record<string, unknown> => ({
  isFile: true,
  isDirectory: false,
  fullPath: path,
  file: (done: (file: File) => void) => done(fileOf(path.slice(path.lastIndexOf("/") + 1))),
});

/** Hands out two members at a time, as browsers hand out a hundred. */
const folder = (path: string, members: readonly FakeEntry[]): FakeEntry & Record<string, unknown> => ({
  isFile: false,
  isDirectory: true,
  fullPath: path,
  createReader: () => {
    const left = [...members];
    return { readEntries: (done: (some: readonly FakeEntry[]) => void) => done(left.splice(0, 2)) };
  },
});

const walk = (...entries: readonly unknown[]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Browsers make entries, tests cannot.
  walkDrop(entries as readonly FileSystemEntry[]);

test("a dropped folder is walked to its last file, with its folders in the paths", async () => {
  const series = folder("/CT/1", ["/CT/1/a", "/CT/1/c", "/CT/1/b"].map(entry));
  const walked = await walk(
    folder("/CT", [series, entry("/CT/index"), folder("/CT/2", [])]),
    entry("/x.pdf"),
  );
  expect(walked.files.map(({ path }) => path)).toEqual(["CT/1/a", "CT/1/b", "CT/1/c", "CT/index", "x.pdf"]);
  expect(walked.emptyFolders).toEqual(["CT/2"]);
  expect(walked.unreadable).toEqual([]);
});

test("a file that the device does not let be read is named, and the rest is walked", async () => {
  const locked = {
    ...entry("/CT/locked"),
    file: (_done: unknown, failed: (error: Error) => void) => failed(new Error("no")),
  };
  const walked = await walk(folder("/CT", [locked, entry("/CT/open")]));
  expect(walked.unreadable).toEqual(["CT/locked"]);
  expect(walked.files.map(({ path }) => path)).toEqual(["CT/open"]);
});

test("where the browser knows no entries, plain files are taken", async () => {
  expect((await walk(fileOf("letter.pdf"))).files.map(({ path }) => path)).toEqual(["letter.pdf"]);
});

test("empty, too large and the computer's own files are left out, each with its reason", () => {
  const chosen = [
    ["ok.pdf", 1],
    ["empty.pdf", 0],
    ["huge.zip", largestFile + 1],
    ["largest.zip", largestFile],
    ["disc/.DS_Store", 6],
    ["__MACOSX/disc/._a", 6],
    ["disc/thumbs.db", 6],
    ["disc/DICOMDIR", 6],
  ] as const;
  const { files, leftOut } = admitFiles(
    chosen.map(([path, size]) => ({ path, file: fileOf(path, size) })),
    0,
  );
  expect(files.map(({ path }) => path)).toEqual(["ok.pdf", "largest.zip", "disc/DICOMDIR"]);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    "empty",
    "too-large",
    "made-by-computer",
    "made-by-computer",
    "made-by-computer",
  ]);
});

test("a delivery takes so many files and no more", () => {
  const two = ["a", "b"].map((path) => ({ path, file: fileOf(path) }));
  const { files, leftOut } = admitFiles(two, mostFiles - 1);
  expect(files.map(({ path }) => path)).toEqual(["a"]);
  expect(leftOut).toEqual([{ path: "b", bytes: 3, reason: "too-many" }]);
});

test("two files of one path get each their own", () => {
  const taken = new Set(["scan.pdf", "scan (2).pdf", "disc.1/README"]);
  expect(ownPath("scan.pdf", taken)).toBe("scan (3).pdf");
  expect(ownPath("disc.1/README", taken)).toBe("disc.1/README (2)");
  expect(ownPath("other.pdf", taken)).toBe("other.pdf");
});

test("a file is known again by path, size and time, in its own delivery only", async () => {
  const file = fileOf("a.dcm");
  const first = await fingerprintOf("one", { path: "CT/a.dcm", file });
  expect(await fingerprintOf("one", { path: "CT/a.dcm", file: fileOf("a.dcm") })).toBe(first);
  const others = await Promise.all([
    fingerprintOf("two", { path: "CT/a.dcm", file }),
    fingerprintOf("one", { path: "MR/a.dcm", file }),
    fingerprintOf("one", { path: "CT/a.dcm", file: fileOf("a.dcm", 4) }),
    fingerprintOf("one", { path: "CT/a.dcm", file: fileOf("a.dcm", 3, 2) }),
  ]);
  expect(new Set([first, ...others]).size).toBe(5);
});
