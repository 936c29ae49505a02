import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { openSealKey } from "@consilium/report/pdf";
import { makeP12 } from "@consilium/report/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Manifest, manifestName } from "../manifest/manifest.ts";
import { type HeldMember, memberOf, smallExport, utf8, zipFile } from "../testing/write-export.ts";
import { zipBytes } from "../zip/write-zip.ts";
import { type Verification, verifyExport } from "./verify-export.ts";
import { wholeOf } from "./whole-of.ts";

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), "verify-"));
});
afterAll(() => rm(place, { recursive: true }));

let made = 0;
async function zipOf(members: readonly HeldMember[]): Promise<string> {
  const path = join(place, `${made++}.zip`);
  await zipFile(path, members);
  return path;
}

async function folderOf(members: readonly HeldMember[]): Promise<string> {
  const folder = join(place, `${made++}`);
  for (const { path, content } of members) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const forms = [
  ["ZIP", zipOf],
  ["folder", folderOf],
] as const;

const changing = (members: readonly HeldMember[], path: string, change: (bytes: Buffer) => Uint8Array) =>
  members.map((member) =>
    member.path === path ? memberOf(path, change(Buffer.from(member.content))) : member,
  );

const faultsOf = ({ faults }: Verification) => faults.map(({ path, fault }) => `${path} ${fault}`);

const flipped = (bytes: Buffer): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  return changed;
};

describe.for(forms)("an export as a %s", ([, write]) => {
  test("that nobody changed has no fault, and says that it bears no seal", async () => {
    const found = await verifyExport(await write(await smallExport()));
    expect([faultsOf(found), found.seal]).toEqual([[], { is: "none" }]);
    expect(found.manifest?.sealed).toMatch(/^Not signed/);
  });

  test.for([
    "case.fhir.json",
    "report/1.json",
    "report/1.pdf",
    "report/1.fhir.json",
    "report/1.html",
    "files/ab-scan.dcm",
  ])("a flipped byte of %s is found", async (path) => {
    const found = await verifyExport(await write(changing(await smallExport(), path, flipped)));
    expect(faultsOf(found)).toEqual([`${path} changed`]);
  });

  test("bytes that were added to a file, or cut from it, are found", async () => {
    const members = await smallExport();
    const longer = changing(members, "files/cd-empty.txt", () => utf8("x"));
    const shorter = changing(longer, "case.fhir.json", (bytes) => bytes.subarray(1));
    expect(faultsOf(await verifyExport(await write(shorter)))).toEqual([
      "case.fhir.json changed",
      "files/cd-empty.txt changed",
    ]);
  });

  test("a missing file and one that does not belong there are found", async () => {
    const members = (await smallExport()).filter(({ path }) => path !== "files/ab-scan.dcm");
    const found = await verifyExport(await write([...members, memberOf("files/more.txt", utf8("x"))]));
    expect(faultsOf(found)).toEqual(["files/ab-scan.dcm missing", "files/more.txt extra"]);
  });

  test("without its manifest, or with another file in its place, it is none", async () => {
    const members = await smallExport();
    for (const other of [
      members.filter(({ path }) => path !== manifestName),
      changing(members, manifestName, () => utf8("{}")),
      changing(members, manifestName, () => utf8("no JSON")),
    ])
      expect(faultsOf(await verifyExport(await write(other)))).toEqual([`${manifestName} no-manifest`]);
  });

  test("a manifest that was written anew after a change is found by its digest", async () => {
    const members = changing(await smallExport(), manifestName, (bytes) =>
      utf8(bytes.toString().replace("Rosa Quintana", "Rosa Quintano")),
    );
    const found = await verifyExport(await write(members));
    expect([faultsOf(found), found.seal]).toEqual([[`${manifestName} seal`], { is: "wrong" }]);
  });

  test("a report that is not what was signed is found, though the manifest lists it so", async () => {
    const members = await smallExport();
    const changed = changing(members, "report/1.html", (bytes) =>
      utf8(bytes.toString().replace(/[0-9a-f]{64}/, "0".repeat(64))),
    );
    const page = changed.find(({ path }) => path === "report/1.html");
    const listed = changing(changed, manifestName, (bytes) => {
      const manifest: Manifest = JSON.parse(bytes.toString());
      const files = manifest.files.map((file) =>
        file.path === page?.path ? { ...file, sha256: page?.sha256 } : file,
      );
      return utf8(JSON.stringify({ ...manifest, files, digest: "0".repeat(64) }));
    });
    expect(faultsOf(await verifyExport(await write(listed)))).toEqual([
      "report/1.html digest",
      `${manifestName} seal`,
    ]);
  });

  test("the seal is proved: by whose certificate, and that another server's does not do", async () => {
    const seal = await openSealKey(makeP12("words"), "words");
    const other = await openSealKey(makeP12("words"), "words");
    const right = await verifyExport(await write(await smallExport(seal)));
    expect([faultsOf(right), right.seal]).toEqual([
      [],
      { is: "right", by: expect.any(String), fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/) },
    ]);
    const wrong = await verifyExport(
      await write(await smallExport({ key: seal.key, certificates: other.certificates })),
    );
    expect([faultsOf(wrong), wrong.seal]).toEqual([[`${manifestName} seal`], { is: "wrong" }]);
  }, 60_000);
});

test.for(["../out.txt", "/etc/out", "files/../../out", "C:\\out", "files\\..\\out", "files//x", "a/./b"])(
  "the name %s is refused in a ZIP, and nothing of it is opened",
  async (path) => {
    const members = await smallExport();
    const found = await verifyExport(await zipOf([...members, memberOf(path, utf8("x"))]));
    expect(faultsOf(found)).toEqual([`${path} unsafe`]);
  },
);

test("a name that leaves the folder is refused in a manifest too", async () => {
  const folder = await folderOf(await smallExport());
  await writeFile(join(place, "outside.txt"), "x");
  const manifest: { files: object[] } = JSON.parse(await readFile(join(folder, manifestName), "utf8"));
  manifest.files.push({ ...manifest.files[0], path: "../outside.txt" });
  await writeFile(join(folder, manifestName), JSON.stringify(manifest));
  expect(faultsOf(await verifyExport(folder))).toContain("../outside.txt unsafe");
});

test("a link in the folder is not followed", async () => {
  const folder = await folderOf(await smallExport());
  await symlink("/etc/hostname", join(folder, "files", "link"));
  expect(faultsOf(await verifyExport(folder))).toContain("files/link unsafe");
});

test("two files of one name in a ZIP are refused", async () => {
  const members = await smallExport();
  const found = await verifyExport(await zipOf([...members, memberOf("case.fhir.json", utf8("other"))]));
  expect(faultsOf(found)).toEqual(["case.fhir.json unsafe"]);
});

test("the size of a ZIP is known before it is written; one that is not as announced is never whole", async () => {
  const members = await smallExport();
  const path = await zipOf(members);
  expect((await readFile(path)).length).toBe(zipBytes(members));
  const [first, ...others] = members;
  if (!first) throw new Error("No member");
  await expect(zipOf([{ ...first, sha256: "0".repeat(64) }, ...others])).rejects.toThrow(/announced/);
});

test("the command says each fault in a line and ends with 1; of what is whole with 0", async () => {
  const command = new URL("command.ts", import.meta.url).pathname;
  const run = (path: string) =>
    promisify(execFile)(process.execPath, [command, path]).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
  const members = await smallExport();
  const whole = await run(await zipOf(members));
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining("All is as it was exported.")]);
  const faulty = await run(await folderOf(changing(members, "report/1.pdf", flipped)));
  expect([faulty.code, faulty.stdout]).toEqual([1, expect.stringContaining('"report/1.pdf" was changed.')]);
  expect((await run(join(place, "nothing-there"))).code).toBe(1);
}, 60_000);

async function* endless() {
  for (;;) yield Promise.resolve(Buffer.alloc(1000));
}

test("what is read into memory has a bound", async () => {
  expect(await wholeOf(endless(), 5000)).toBeUndefined();
});
