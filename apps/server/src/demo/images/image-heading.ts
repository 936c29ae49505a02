import { type Day, dayAt } from "@consilium/foundation";
import type { WrittenElement } from "@consilium/interchange";
import type { DemoRecords } from "../content-records.ts";
import type { DemoCase } from "../content.ts";
import { demoUid } from "./demo-uid.ts";

type Imaging = DemoRecords["imaging"][number];
export type Series = Imaging["series"][number];

/** One imaging record of the content, and whose it is. */
export interface DrawnStudy {
  readonly record: Imaging;
  readonly patient: {
    readonly name: string;
    readonly id: string;
    readonly birthDate: string;
    readonly sex: string;
  };
  /** YYYYMMDD and HHMMSS. */
  readonly date: string;
  readonly time: string;
  readonly institution: string;
}

export interface ImageFacts {
  readonly sopClass: string;
  readonly modality: string;
  readonly bodyPart: string;
  readonly imageType: string;
  readonly number: number;
  /** Beside others where the series lies in one space. */
  readonly frameOfReference?: string;
}

export const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });
export const short = (tag: number, ...value: readonly number[]): WrittenElement => ({ tag, vr: "US", value });
export const decimals = (tag: number, ...values: readonly number[]): WrittenElement =>
  text(tag, "DS", values.map((value) => String(Number(value.toFixed(4)))).join("\\"));

const compact = (day: Day): string => day.replaceAll("-", "");

/** "Marisol Quintana": "Quintana^Marisol". */
function personName(name: string): string {
  const words = name.split(" ");
  return `${words.at(-1) ?? ""}^${words.slice(0, -1).join(" ")}`;
}

/** Throws where the content has no such record or no such patient: it is wrong then. */
export function drawnStudy({ case: of, people, records }: DemoCase, id: string, today: Day): DrawnStudy {
  const record = records.imaging.find((imaging) => imaging.id === id);
  const patient = people.find((person) => person.id === of.patient);
  if (record === undefined || patient?.born === undefined)
    throw new Error(`No images can be drawn for ${id}`);
  return {
    record,
    patient: {
      name: personName(patient.name),
      id: `DEMO-${patient.id.toUpperCase()}`,
      birthDate: compact(dayAt(today, patient.born)),
      sex: patient.sex === "female" ? "F" : "M",
    },
    date: compact(dayAt(today, record.date.day)),
    time: `${record.date.time.replace(":", "")}00`,
    institution: record.source.split(",")[0] ?? "",
  };
}

/** Throws where the content has no such series. */
export function seriesOf({ record }: DrawnStudy, number: number): Series {
  const series = record.series.find((one) => one.number === number);
  if (series === undefined) throw new Error(`${record.id} has no series ${number}`);
  return series;
}

/** The slice of a named place, counted from 1. Throws where the content has no such place. */
export function sliceOf({ record }: DrawnStudy, place: string): number {
  const slice = record.places.find(({ id }) => id === place)?.slice;
  if (slice === undefined) throw new Error(`${record.id} has no place ${place}`);
  return slice;
}

export const uidsOf = ({ record }: DrawnStudy, series: Series, number: number) => ({
  studyUid: demoUid(record.id, "study"),
  seriesUid: demoUid(record.id, series.number),
  instanceUid: demoUid(record.id, series.number, number),
  frameOfReference: demoUid(record.id, "space"),
});

/** What every file of a study says of its patient, study and series. */
export function headingOf(study: DrawnStudy, series: Series, facts: ImageFacts): readonly WrittenElement[] {
  const { record, patient, date, time, institution } = study;
  const uids = uidsOf(study, series, facts.number);
  return [
    text(0x00080005, "CS", "ISO_IR 192"),
    text(0x00080008, "CS", facts.imageType),
    text(0x00080016, "UI", facts.sopClass),
    text(0x00080018, "UI", uids.instanceUid),
    text(0x00080020, "DA", date),
    text(0x00080021, "DA", date),
    text(0x00080023, "DA", date),
    text(0x00080030, "TM", time),
    text(0x00080033, "TM", time),
    text(0x00080050, "SH", record.accession),
    text(0x00080060, "CS", facts.modality),
    text(0x00080070, "LO", "Consilium demo, drawn"),
    text(0x00080080, "LO", institution),
    text(0x00080090, "PN", ""),
    text(0x00081030, "LO", record.title),
    text(0x0008103e, "LO", series.description),
    text(0x00100010, "PN", patient.name),
    text(0x00100020, "LO", patient.id),
    text(0x00100030, "DA", patient.birthDate),
    text(0x00100040, "CS", patient.sex),
    text(0x00180015, "CS", facts.bodyPart),
    text(0x0020000d, "UI", uids.studyUid),
    text(0x0020000e, "UI", uids.seriesUid),
    text(0x00200010, "SH", record.accession),
    text(0x00200011, "IS", String(series.number)),
    text(0x00200013, "IS", String(facts.number)),
    ...(facts.frameOfReference === undefined ? [] : [text(0x00200052, "UI", facts.frameOfReference)]),
  ];
}

/** Elements, some replaced by others of the same tag. */
export function replacing(
  elements: readonly WrittenElement[],
  others: readonly WrittenElement[],
): readonly WrittenElement[] {
  const replaced = new Set(others.map(({ tag }) => tag));
  return [...elements.filter(({ tag }) => !replaced.has(tag)), ...others];
}

/** Grey pixels; wider ones are little endian. */
export const greyPixels = (
  columns: number,
  rows: number,
  bits: { readonly allocated: 8 | 16; readonly stored: number; readonly signed: boolean },
  pixels: Uint8Array | Uint16Array | Int16Array,
): readonly WrittenElement[] => [
  short(0x00280002, 1),
  text(0x00280004, "CS", "MONOCHROME2"),
  short(0x00280010, rows),
  short(0x00280011, columns),
  short(0x00280100, bits.allocated),
  short(0x00280101, bits.stored),
  short(0x00280102, bits.stored - 1),
  short(0x00280103, bits.signed ? 1 : 0),
  {
    tag: 0x7fe00010,
    vr: bits.allocated === 8 ? "OB" : "OW",
    value: new Uint8Array(pixels.buffer, pixels.byteOffset, pixels.byteLength),
  },
];

export const pathOf = ({ record }: DrawnStudy, series: Series, number: number): string =>
  `${record.id}/series-${series.number}/image-${String(number).padStart(4, "0")}.dcm`;
