import type { ClinicalRecord } from "@consilium/clinical";
import type { DemoCase } from "../../content.ts";
import { demoId } from "../../demo-id.ts";
import type { DemoCaseName } from "../../read-content.ts";
import { tissuePainter } from "./paint-tissue.ts";
import { planTissue, type TissueFacts } from "./tissue.ts";
import { writeSlideTiff } from "./write-slide-tiff.ts";

/** A scanned slide of the content. */
export interface DemoSlide {
  /** Of the pathology report that names it, and of the place there. */
  readonly reportId: string;
  readonly placeId: string;
  /** What is written on the glass: "B2". */
  readonly label: string;
  readonly shows: TissueFacts["region"]["shows"];
  readonly seed: number;
}

export const demoSlides: Readonly<Partial<Record<DemoCaseName, readonly DemoSlide[]>>> = {
  oncology: [
    { reportId: "onc-pathology", placeId: "region-vein", label: "B2", shows: "vein", seed: 4821 },
    { reportId: "onc-pathology", placeId: "region-glands", label: "B3", shows: "cribriform", seed: 4822 },
  ],
};

export const slideRecordId = ({ reportId, label }: DemoSlide): string =>
  demoId("record", `${reportId}/slide ${label}`);

/** A part of a slide: two millimetres, as a scanner at 40 times sees them. */
const size = { width: 8192, height: 5120 } as const;
const micrometres = 0.25;
const objective = 40;

/** The file as a scanner writes it. Throws where the content does not name the place: it is wrong then. */
export function drawSlide({ records }: DemoCase, { reportId, placeId, shows, seed }: DemoSlide): Buffer {
  const report = records.pathology.find(({ id }) => id === reportId);
  const box = report?.places.find(({ id }) => id === placeId)?.xywh;
  if (!box) throw new Error(`${reportId} does not say where ${placeId} is`);
  const tissue = planTissue({ ...size, seed, region: { shows, box } });
  const description = `Drawn by a program|AppMag = ${objective}|MPP = ${micrometres}`;
  return writeSlideTiff({ ...size, micrometres, description }, tissuePainter(tissue));
}

/** The record as it would be filed by hand: what is read of the file, with what the report knows of the slide. */
export function slideRecord(read: ClinicalRecord, slide: DemoSlide, report: ClinicalRecord): ClinicalRecord {
  if (read.kind !== "slide") throw new Error("What was drawn is no slide");
  const { id: _, title: _title, source: _source, content, ...heading } = read;
  return {
    ...heading,
    id: slideRecordId(slide),
    title: `Slide ${slide.label}, H&E`,
    date: report.date,
    source: report.source,
    // It can be drawn again: what came is not kept beside its tiles.
    content: { ...content, label: slide.label, stain: "H&E", original: null },
  };
}
