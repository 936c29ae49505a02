import type { DataSet } from "./data-set.ts";
import { lineOf, uidOf } from "./dicom-values.ts";
import { openStored } from "./open-file.ts";

/** An image as the index of a disc names it. */
export interface ListedImage {
  /** "" where the index does not say. */
  readonly studyUid: string;
  /** The description of the study. */
  readonly study: string;
  /** "" where the index does not say. */
  readonly instanceUid: string;
  /** Below the folder of the index, parted by "/"; "" where it is no path. */
  readonly path: string;
}

const tags = {
  first: 0x00041200,
  records: 0x00041220,
  next: 0x00041400,
  inUse: 0x00041410,
  lower: 0x00041420,
  type: 0x00041430,
  fileId: 0x00041500,
  instanceUid: 0x00041511,
  studyUid: 0x0020000d,
  studyDescription: 0x00081030,
} as const;

/** A disc of half a million images does not exist; a file that says so is not read to its end. */
const mostImages = 20_000;

const isName = (part: string): boolean => /^[\w .-]{1,64}$/.test(part) && !/^\.+$/.test(part);

function pathOf(record: DataSet): string {
  const parts = record.texts(tags.fileId);
  return parts.length <= 16 && parts.every(isName) ? parts.join("/") : "";
}

type Study = Pick<ListedImage, "studyUid" | "study">;
const noStudy: Study = { studyUid: "", study: "" };

function studyBelow(record: DataSet, above: Study): Study {
  if (record.value(tags.type) !== "STUDY") return above;
  return {
    studyUid: uidOf(record, tags.studyUid),
    study: lineOf(record, tags.studyDescription).slice(0, 64),
  };
}

/** What the record itself names; nothing where it is of another kind, or was taken out of use. */
function imageIn(record: DataSet, study: Study): readonly ListedImage[] {
  if (record.value(tags.type) !== "IMAGE" || record.number(tags.inUse) === 0) return [];
  const image = { ...study, instanceUid: uidOf(record, tags.instanceUid), path: pathOf(record) };
  return image.instanceUid === "" && image.path === "" ? [] : [image];
}

/** Bytes of the heads of an item and of its first element. */
const headBytes = 16;

/** Where an item begins in the file: its first element is the place of the next. */
const startOf = (record: DataSet): number => (record.element(tags.next)?.range[0] ?? 0) - headBytes;

/** From record to record as they point to one another (PS3.3, F.2). Each is visited once: a loop ends. */
function byLinks(directory: DataSet, records: readonly DataSet[]): readonly ListedImage[] {
  const waiting = new Map(records.map((record) => [startOf(record), record]));
  const open = [{ at: directory.whole(tags.first) ?? 0, study: noStudy }];
  const images: ListedImage[] = [];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const record = waiting.get(place.at);
    if (record === undefined) continue;
    waiting.delete(place.at);
    const below = studyBelow(record, place.study);
    images.push(...imageIn(record, below));
    open.push({ at: record.whole(tags.next) ?? 0, study: place.study });
    open.push({ at: record.whole(tags.lower) ?? 0, study: below });
  }
  return images;
}

/** As they stand: what belongs to a study stands behind it. */
function inOrder(records: readonly DataSet[]): readonly ListedImage[] {
  let study = noStudy;
  return records.flatMap((record) => {
    study = record.value(tags.type) === "PATIENT" ? noStudy : studyBelow(record, study);
    return imageIn(record, study);
  });
}

/**
 * The images that a DICOMDIR names, each once, with their studies. A hint only: what a file belongs to is what the file itself says.
 * Nothing where it cannot be read; of more than `most` the first.
 */
export function readDicomDir(file: Uint8Array, most = mostImages): readonly ListedImage[] {
  const directory = openStored(file);
  const records = directory?.items(tags.records) ?? [];
  if (directory === null || records.length === 0) return [];
  const linked = byLinks(directory, records);
  const images = linked.length > 0 ? linked : inOrder(records);
  const once = new Map(images.map((image) => [image.instanceUid || image.path, image]));
  return [...once.values()].slice(0, most);
}
