import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { type Manifest, type ManifestFile, manifestName } from "../manifest/manifest.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { isSafePath } from "../manifest/safe-path.ts";
import type { Contents } from "./contents.ts";
import { folderContents } from "./folder-contents.ts";
import { reportFaults } from "./report-faults.ts";
import { type SealStanding, sealStanding } from "./seal-standing.ts";
import { wholeOf } from "./whole-of.ts";
import { zipContents } from "./zip-contents.ts";

/** `unsafe`: a name that would leave the folder, or no plain file. `digest`: a report that does not say what was signed. */
export interface ExportFault {
  readonly path: string;
  readonly fault:
    | "changed"
    | "missing"
    | "extra"
    | "unsafe"
    | "unreadable"
    | "digest"
    | "seal"
    | "no-manifest";
}

export interface Verification {
  readonly faults: readonly ExportFault[];
  /** Undefined: there is none that can be read. */
  readonly manifest: Manifest | undefined;
  readonly seal: SealStanding;
}

/** A manifest names files; one of a case with a hundred thousand of them has 30 MiB. */
const largestManifest = 100 * 2 ** 20;

/** Whether an export, a ZIP or the folder that it was unpacked to, is what was exported. Reads it piece by piece; needs no server. */
export async function verifyExport(path: string): Promise<Verification> {
  const isFolder = (await stat(path)).isDirectory();
  const contents = await (isFolder ? folderContents(path) : zipContents(path));
  try {
    return await verify(contents);
  } finally {
    await contents.close();
  }
}

async function verify(contents: Contents): Promise<Verification> {
  const odd = contents.odd.map((path): ExportFault => ({ path, fault: "unsafe" }));
  const bytes = contents.names.includes(manifestName)
    ? await wholeOf(contents.read(manifestName), largestManifest)
    : undefined;
  const manifest = bytes && readManifest(bytes);
  if (!manifest)
    return { faults: [...odd, { path: manifestName, fault: "no-manifest" }], manifest, seal: { is: "none" } };
  const seal = await sealStanding(manifest);
  const faults: ExportFault[] = [...odd, ...nameFaults(manifest, contents)];
  const safe = manifest.files.filter(({ path }) => isSafePath(path) && contents.names.includes(path));
  for (const file of safe) faults.push(...(await fileFault(file, contents)));
  if (faults.length === 0) faults.push(...(await reportFaults(manifest, contents)));
  if (seal.is === "wrong") faults.push({ path: manifestName, fault: "seal" });
  return { faults, manifest, seal };
}

/** Names that no export has, files that are there and not listed, and listed and not there. */
function nameFaults({ files }: Manifest, { names }: Contents): readonly ExportFault[] {
  const listed = new Set(files.map(({ path }) => path));
  const there = new Set(names);
  const all = [...new Set([...listed, ...names])].toSorted();
  return all.flatMap((path): readonly ExportFault[] => {
    if (!isSafePath(path)) return [{ path, fault: "unsafe" }];
    if (!there.has(path)) return [{ path, fault: "missing" }];
    return listed.has(path) || path === manifestName ? [] : [{ path, fault: "extra" }];
  });
}

async function fileFault(file: ManifestFile, contents: Contents): Promise<readonly ExportFault[]> {
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const piece of contents.read(file.path)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return [{ path: file.path, fault: "unreadable" }];
  }
  const isSame = bytes === file.bytes && hash.digest("hex") === file.sha256;
  return isSame ? [] : [{ path: file.path, fault: "changed" }];
}
