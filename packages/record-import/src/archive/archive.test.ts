import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, describe, expect, test, vi } from "vitest";
import { openReadingProcess } from "../process/reading-process.ts";
import { delivered, inShort, readFiles } from "../testing/deliver.ts";
import { makeZip, type ZipEntry } from "../testing/make-zip.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const text = (name: string): ZipEntry => ({ name, content: encode(`What ${name} says.`) });
const zeros = (bytes: number) => new Uint8Array(bytes);
const mebi = 2 ** 20;

const process = openReadingProcess({
  limits: { files: 40, unpacked: 64 * mebi, inMemory: 16 * mebi, ratioFrom: mebi },
});
afterAll(() => process.close());
vi.setConfig({ testTimeout: 120_000 });

const read = async (path: string, content: Uint8Array) =>
  inShort(await readFiles(process, [delivered(path, content)]));
const readZip = (...entries: readonly ZipEntry[]) => read("d.zip", makeZip(entries));

const sixteen = (content: Uint8Array): Uint8Array =>
  makeZip(Array.from({ length: 16 }, (_, place) => ({ name: `lib ${place}.zip`, content })));

const tarOutcomes = (path: string) => [
  `${path} kept`,
  `${path}/a/b.txt kept`,
  `${path}/out.txt not-read path-outside`,
  `${path}/link not-read link-not-followed`,
  `${path}/device not-read device-not-read`,
  `${path}/c.txt kept`,
];

async function makeTar(fill: (tar: ReturnType<typeof pack>) => void): Promise<Buffer> {
  const tar = pack();
  fill(tar);
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe("a zip", () => {
  test("gives its files, each with its folders, and says nothing of folders themselves", async () => {
    expect(await readZip({ name: "a/", content: zeros(0) }, text("a/b.txt"), text("c.txt"))).toEqual([
      "d.zip kept",
      "d.zip/a/b.txt kept",
      "d.zip/c.txt kept",
    ]);
  });

  test("keeps files apart that have the same name", async () => {
    expect(await readZip(text("a.txt"), text("a.txt"))).toEqual([
      "d.zip kept",
      "d.zip/a.txt kept",
      "d.zip/a.txt (2) kept",
    ]);
  });

  test.each(["../../etc/passwd", "/etc/passwd", "C:\\Windows\\a.txt", "a/../../b.txt", "..\\a.txt"])(
    "with a path that leads out of it, %s, gives the rest",
    async (name) => {
      const [archive, outside, inside] = await readZip(text(name), text("b.txt"));
      expect([archive, inside]).toEqual(["d.zip kept", "d.zip/b.txt kept"]);
      expect(outside).toMatch(/^d\.zip\/[^.:]\S* not-read path-outside$/);
      expect(outside).not.toContain("..");
    },
  );

  test("follows no links, reads no devices, and says what is protected or packed in another way", async () => {
    expect(
      await readZip(
        { name: "link", content: encode("/etc/passwd"), mode: 0o120777 },
        { name: "device", content: zeros(0), mode: 0o020666 },
        { name: "packed.txt", content: encode("packed"), method: 14 },
        { name: "locked.txt", content: encode("locked"), flags: 0x801 },
        text("a.txt"),
      ),
    ).toEqual([
      "d.zip kept",
      "d.zip/link not-read link-not-followed",
      "d.zip/device not-read device-not-read",
      "d.zip/packed.txt not-read compression-not-read",
      "d.zip/locked.txt not-read archive-protected",
      "d.zip/a.txt kept",
    ]);
  });

  test("that is cut off or damaged gives what can be had of it", async () => {
    const whole = makeZip([text("a.txt"), text("b.txt")]);
    expect(await read("d.zip", whole.subarray(0, whole.length - 30))).toEqual([
      "d.zip not-read archive-damaged",
    ]);
    const spoiled = Uint8Array.from(whole);
    spoiled.fill(0xff, 38, 44);
    expect(await read("d.zip", spoiled)).toEqual([
      "d.zip kept",
      "d.zip/a.txt not-read damaged",
      "d.zip/b.txt kept",
    ]);
  });

  test("without anything in it is said to have nothing", async () => {
    expect(await readZip()).toEqual(["d.zip not-read nothing-in-it"]);
  });
});

describe("what systems and discs leave behind", () => {
  test("is ignored, and counted with its reason", async () => {
    const program = { name: "VIEWER/start", content: Buffer.concat([encode("MZ"), zeros(300)]) };
    const names = [".DS_Store", "__MACOSX/._a.txt", "Thumbs.db", "AUTORUN.INF", "viewer.dll"];
    expect(await readZip(...names.map(text), program, text("a.txt"))).toEqual([
      "d.zip kept",
      "d.zip/.DS_Store ignored system-file",
      "d.zip/__MACOSX/._a.txt ignored system-file",
      "d.zip/Thumbs.db ignored system-file",
      "d.zip/AUTORUN.INF ignored program-not-kept",
      "d.zip/viewer.dll ignored program-not-kept",
      "d.zip/VIEWER/start ignored program-not-kept",
      "d.zip/a.txt kept",
    ]);
  });
});

describe("a bomb", () => {
  test("of one member is not unpacked", async () => {
    expect(await readZip({ name: "bomb.txt", content: zeros(8 * mebi) }, text("a.txt"))).toEqual([
      "d.zip kept",
      "d.zip/bomb.txt not-read unpacks-too-much",
      "d.zip/a.txt kept",
    ]);
  });

  test("of archives in archives ends at the third", async () => {
    let inner = makeZip([text("a.txt")]);
    for (let depth = 0; depth < 5; depth += 1) inner = makeZip([{ name: "in.zip", content: inner }]);
    expect(await read("d.zip", inner)).toEqual([
      "d.zip not-read nothing-in-it",
      "d.zip/in.zip not-read nothing-in-it",
      "d.zip/in.zip/in.zip not-read nothing-in-it",
      "d.zip/in.zip/in.zip/in.zip not-read archive-too-deep",
    ]);
  });

  test("of sixteen times sixteen archives ends when the delivery has enough members", async () => {
    const outcomes = await read("42.zip", sixteen(sixteen(makeZip([text("a.txt")]))));
    expect(outcomes[0]).toBe("42.zip kept too-many-files");
    expect(outcomes).toHaveLength(42);
  });

  test("of many members, each modest, ends when the delivery has unpacked enough", async () => {
    const noise = Buffer.alloc(12 * mebi, "stable lesion ");
    const outcomes = await read(
      "d.zip",
      makeZip(Array.from({ length: 8 }, (_, place) => ({ name: `${place}.bin`, content: noise, method: 0 }))),
    );
    expect(outcomes[0]).toBe("d.zip not-read unpacks-too-large");
    expect(outcomes.at(-1)).toBe("d.zip/5.bin not-read unpacks-too-large");
  });

  test("in a gzip, packed tar or not, is stopped on the way", async () => {
    expect(await read("a.gz", gzipSync(zeros(8 * mebi)))).toEqual(["a.gz not-read unpacks-too-much"]);
    const tar = await makeTar((to) => void to.entry({ name: "bomb" }, Buffer.alloc(8 * mebi)));
    expect((await read("a.tgz", gzipSync(tar)))[0]).toBe("a.tgz not-read unpacks-too-much");
  });
});

describe("a tar", () => {
  const filled = makeTar((tar) => {
    tar.entry({ name: "a/b.txt" }, "The lesion is stable.");
    tar.entry({ name: "../out.txt" }, "Outside.");
    tar.entry({ name: "link", type: "symlink", linkname: "/etc/passwd" });
    tar.entry({ name: "device", type: "character-device" });
    tar.entry({ name: "c.txt" }, "No new lesion.");
  });

  test("gives its files, plain and packed", async () => {
    expect(await read("d.tar", await filled)).toEqual(tarOutcomes("d.tar"));
    expect(await read("d.tar.gz", gzipSync(await filled))).toEqual(tarOutcomes("d.tar.gz"));
  });

  test("that is cut off gives what came before", async () => {
    const whole = await makeTar((tar) => {
      tar.entry({ name: "a.txt" }, "The lesion is stable.");
      tar.entry({ name: "b.txt" }, "long ".repeat(2000));
    });
    const [archive, first, second] = await read("d.tar", whole.subarray(0, 4000));
    expect([archive, first]).toEqual(["d.tar kept archive-damaged", "d.tar/a.txt kept"]);
    expect(second).toMatch(/not-read/);
  });
});

test("a gzip of one file gives that file under the name it had", async () => {
  expect(await read("folder/report.txt.gz", gzipSync(encode("The lesion is stable.")))).toEqual([
    "folder/report.txt.gz kept",
    "folder/report.txt.gz/report.txt kept",
  ]);
});
