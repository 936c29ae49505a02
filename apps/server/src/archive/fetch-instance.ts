import {
  boundaryIn,
  type MultipartLimits,
  type MultipartProblem,
  MultipartRefusal,
  readParts,
} from "../dicomweb/read-multipart.ts";
import { ArchiveFailure, type ArchiveProblem } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";
import { type Answer, askArchive } from "./ask-archive.ts";
import type { InstanceAddress } from "./list-instances.ts";
import { mediaInstanceOf } from "./media-instance.ts";

const mebi = 2 ** 20;
/** As large as a file may be that is read as DICOM. */
const limits: MultipartLimits = { partBytes: 256 * mebi, allBytes: 257 * mebi, parts: 1 };
/** Milliseconds for one instance. */
const within = 600_000;

const accept = 'multipart/related; type="application/dicom"; transfer-syntax=*';

const problems: Readonly<Record<MultipartProblem, ArchiveProblem>> = {
  "cut-off": "cut-off",
  damaged: "not-dicom",
  "too-large": "too-large",
  "too-many-parts": "other-instance",
};

/**
 * One instance by WADO-RS, as it is stored there: a whole DICOM file that says that it is this one. Throws `ArchiveFailure`, or the
 * signal's reason.
 */
export async function fetchInstance(
  archive: Archive,
  { study, series, instance }: InstanceAddress,
  signal: AbortSignal,
  silence?: number,
): Promise<Buffer> {
  const path = `studies/${study}/series/${series}/instances/${instance}`;
  const question = { path, accept, within, signal, ...(silence !== undefined && { silence }) };
  const file = await askArchive(archive, question, readOnlyPart);
  const says = file && mediaInstanceOf(file);
  if (!file || says === undefined) throw new ArchiveFailure("not-dicom");
  if (says !== instance) throw new ArchiveFailure("other-instance");
  return file;
}

async function readOnlyPart({ type, body }: Answer): Promise<Buffer | undefined> {
  const boundary = boundaryIn(type);
  if (boundary === undefined) throw new ArchiveFailure("not-dicom");
  try {
    let only: Buffer | undefined;
    for await (const { content } of readParts(body, boundary, limits)) only = content;
    return only;
  } catch (error) {
    if (error instanceof MultipartRefusal) throw new ArchiveFailure(problems[error.problem]);
    throw error;
  }
}
