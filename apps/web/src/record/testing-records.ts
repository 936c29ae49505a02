import { recordSchema } from "@consilium/clinical";
import type { ImageAnchor, ImageMark, SlideAnchor, SlideMark } from "@consilium/workspace";
import type { FiledRecord } from "./record-places.ts";

/** A record for tests, of the 2nd of November 2026. */
export const testRecord = (
  id: string,
  kind: string,
  content: unknown,
  changed: { readonly title?: string; readonly date?: string } = {},
): FiledRecord =>
  recordSchema.parse({
    id,
    title: "CT abdomen",
    date: "2026-11-02",
    source: "Northgate",
    author: null,
    language: null,
    code: null,
    revealsFirstOpinion: false,
    kind,
    content,
    ...changed,
  });

/** A study with one series, `1.2.3`, the fourth. */
export const study = (id: string): FiledRecord =>
  testRecord(id, "imaging-study", {
    studyUid: "1.2",
    accession: null,
    modalities: ["CT"],
    series: [
      {
        uid: "1.2.3",
        number: 4,
        modality: "CT",
        description: "Portal venous",
        bodyPart: null,
        laterality: null,
        instances: 214,
        frames: 214,
        frameOfReference: null,
        thicknessMm: 2.5,
        notDisplayed: null,
      },
    ],
    bytes: 1,
  });

export const imageOn = (
  record: string,
  series: string,
  instance: string,
  mark: ImageMark | null = null,
): ImageAnchor => ({
  kind: "image",
  record,
  sha256: "a".repeat(64),
  study: "1.2",
  series,
  instance,
  frame: 1,
  mark,
});

/** A slide whose tiles have the digest of many `a`. */
export const slideRecord = (id: string): FiledRecord => {
  const file = {
    id: "f",
    name: "B2",
    mediaType: "application/octet-stream",
    bytes: 1,
    sha256: "a".repeat(64),
  };
  return testRecord(id, "slide", {
    width: 8192,
    height: 5120,
    micrometres: 0.25,
    objective: 40,
    stain: "H&E",
    label: "B2",
    tiles: { file, index: file, size: 256, overlap: 1, mediaType: "image/jpeg" },
    original: null,
  });
};

export const slideAnchor = (record: string, mark: Partial<SlideMark> = {}): SlideAnchor => ({
  kind: "slide",
  record,
  sha256: "a".repeat(64),
  mark: {
    tool: "freehand",
    points: [
      [10, 10],
      [90, 10],
      [50, 80],
    ],
    micrometres: 0.25,
    unit: "um",
    says: "175 µm²",
    ...mark,
  },
});
