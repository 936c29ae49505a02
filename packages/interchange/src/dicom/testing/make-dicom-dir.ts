import { openStored } from "../open-file.ts";
import { writeDicom, type WrittenElement } from "../write-dicom.ts";

/** Of a DICOMDIR. `next` and `lower` are the numbers of other records. */
export interface DirectoryRecord {
  readonly type: string;
  readonly elements: readonly WrittenElement[];
  readonly next?: number;
  readonly lower?: number;
  readonly isUnused?: boolean;
}

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
const place = (tag: number, value: number): WrittenElement => ({ tag, vr: "UL", value: [value] });

function written(records: readonly DirectoryRecord[], startOf: (number: number | undefined) => number) {
  return writeDicom([
    place(0x00041200, startOf(0)),
    {
      tag: 0x00041220,
      items: records.map(({ type, elements, next, lower, isUnused }) => [
        place(0x00041400, startOf(next)),
        { tag: 0x00041410, vr: "US", value: [isUnused ? 0 : 0xffff] },
        place(0x00041420, startOf(lower)),
        text(0x00041430, "CS", type),
        ...elements,
      ]),
    },
  ]);
}

/** A DICOMDIR of records in this order, the first of which is the root. */
export function makeDirectory(records: readonly DirectoryRecord[]): Uint8Array {
  const draft = openStored(written(records, () => 0))?.items(0x00041220) ?? [];
  const starts = draft.map((record) => (record.element(0x00041400)?.range[0] ?? 0) - 16);
  return written(records, (number) => (number === undefined ? 0 : (starts[number] ?? 0)));
}

export const imageRecord = (path: string, instanceUid: string): DirectoryRecord => ({
  type: "IMAGE",
  elements: [text(0x00041500, "CS", path), text(0x00041511, "UI", instanceUid)],
});

export const studyRecord = (studyUid: string, description: string): DirectoryRecord => ({
  type: "STUDY",
  elements: [text(0x0020000d, "UI", studyUid), text(0x00081030, "LO", description)],
});

export interface DiscStudy {
  readonly studyUid: string;
  readonly description: string;
  /** Paths with backslashes. */
  readonly images: readonly { readonly path: string; readonly instanceUid: string }[];
}

/** A disc of one patient, each study with one series. */
export function makeDicomDir(studies: readonly DiscStudy[]): Uint8Array {
  const records: DirectoryRecord[] = [{ type: "PATIENT", elements: [], lower: 1 }];
  for (const [at, { studyUid, description, images }] of studies.entries()) {
    const first = records.length;
    const after = first + 2 + images.length;
    const isLast = at === studies.length - 1;
    records.push({
      ...studyRecord(studyUid, description),
      lower: first + 1,
      ...(!isLast && { next: after }),
    });
    records.push({ type: "SERIES", elements: [], lower: first + 2 });
    for (const [number, { path, instanceUid }] of images.entries())
      records.push({
        ...imageRecord(path, instanceUid),
        ...(number < images.length - 1 && { next: first + 3 + number }),
      });
  }
  return makeDirectory(records);
}
