import { ok, refuse, type Result } from "@consilium/foundation";
import type { DicomJson, DicomJsonElement, DicomJsonValue } from "@consilium/interchange";
import { fitsPattern } from "./fits-pattern.ts";

/** Of one answer. Whoever wants more asks on, with `offset`. */
export const mostFound = 1000;
/** Characters of a value that is looked for, and attributes that one request names. */
const most = { value: 256, attributes: 32 } as const;

/** A request's parameters (PS3.18, 8.3.4): what must fit, what is wanted beside the usual, and which part of what was found. */
export interface QidoQuery {
  readonly matching: readonly (readonly [tag: string, value: string])[];
  readonly include: readonly string[] | "all";
  readonly limit: number;
  readonly offset: number;
  /** It was asked for, and is not done: names fit as they are written. */
  readonly isFuzzy: boolean;
}

const keywords: ReadonlyMap<string, string> = new Map([
  ["SOPClassUID", "00080016"],
  ["SOPInstanceUID", "00080018"],
  ["StudyDate", "00080020"],
  ["SeriesDate", "00080021"],
  ["StudyTime", "00080030"],
  ["SeriesTime", "00080031"],
  ["AccessionNumber", "00080050"],
  ["Modality", "00080060"],
  ["ModalitiesInStudy", "00080061"],
  ["InstitutionName", "00080080"],
  ["ReferringPhysicianName", "00080090"],
  ["StudyDescription", "00081030"],
  ["SeriesDescription", "0008103E"],
  ["PatientName", "00100010"],
  ["PatientID", "00100020"],
  ["PatientBirthDate", "00100030"],
  ["PatientSex", "00100040"],
  ["BodyPartExamined", "00180015"],
  ["ProtocolName", "00181030"],
  ["StudyInstanceUID", "0020000D"],
  ["SeriesInstanceUID", "0020000E"],
  ["StudyID", "00200010"],
  ["SeriesNumber", "00200011"],
  ["InstanceNumber", "00200013"],
  ["NumberOfStudyRelatedSeries", "00201206"],
  ["NumberOfStudyRelatedInstances", "00201208"],
  ["NumberOfSeriesRelatedInstances", "00201209"],
  ["NumberOfFrames", "00280008"],
  ["Rows", "00280010"],
  ["Columns", "00280011"],
]);

const tagOf = (attribute: string): string | undefined =>
  /^[0-9A-Fa-f]{8}$/.test(attribute) ? attribute.toUpperCase() : keywords.get(attribute);

/** What is refused is the parameter that is not understood: a search that leaves a condition out would find too much. */
export function qidoQuery(parameters: URLSearchParams): Result<QidoQuery, string> {
  const matching: [string, string][] = [];
  const include: string[] = [];
  const whole = { limit: mostFound, offset: 0 };
  for (const [name, value] of parameters) {
    if (name === "fuzzymatching") continue;
    if (name === "limit" || name === "offset") {
      if (!/^\d{1,9}$/.test(value)) return refuse(name);
      whole[name] = Number(value);
    } else if (name === "includefield") {
      const fields = value.split(",").map((field) => (field === "all" ? field : tagOf(field)));
      const known = fields.filter((field) => field !== undefined);
      if (known.length < fields.length) return refuse(name);
      include.push(...known);
    } else {
      const tag = tagOf(name);
      if (tag === undefined || value.length > most.value) return refuse(name);
      matching.push([tag, value]);
    }
  }
  if (matching.length + include.length > most.attributes) return refuse("includefield");
  return ok({
    matching,
    include: include.includes("all") ? "all" : [...include, ...matching.map(([tag]) => tag)],
    limit: Math.min(whole.limit, mostFound),
    offset: whole.offset,
    isFuzzy: parameters.get("fuzzymatching") === "true",
  });
}

/** Whether all that was asked for fits (PS3.4, C.2.2.2). What is looked for and not there does not fit. */
export const fits = ({ matching }: Pick<QidoQuery, "matching">, json: DicomJson): boolean =>
  matching.every(([tag, value]) => value === "" || elementFits(json[tag], value));

const datesAndTimes = new Set(["DA", "TM", "DT"]);
const exact = new Set(["UI", "IS", "DS", "US", "UL", "SS", "SL", "FL", "FD"]);

function elementFits(element: DicomJsonElement | undefined, asked: string): boolean {
  if (!element) return false;
  const there = (element.Value ?? []).flatMap(wordsIn);
  if (element.vr === "UI") return asked.split(/[,\\]/).some((uid) => there.includes(uid));
  if (datesAndTimes.has(element.vr)) return there.some((value) => inRange(value, asked));
  if (exact.has(element.vr)) return there.includes(asked);
  // In a person's name capitals are letters like others.
  const letters = (text: string) => (element.vr === "PN" ? text.toLowerCase() : text);
  return there.some((value) => fitsPattern(letters(value), letters(asked)));
}

function wordsIn(value: DicomJsonValue): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return value === null ? [] : Object.values(value).filter((part) => typeof part === "string");
}

/** `20260101-20261231`, and open at either end. */
function inRange(value: string, asked: string): boolean {
  const [from = "", to, ...more] = asked.split("-");
  if (to === undefined) return value === from;
  if (more.length > 0) return false;
  // A day's or an hour's end has all that begins with it.
  return (from === "" || value >= from) && (to === "" || value <= to || value.startsWith(to));
}
