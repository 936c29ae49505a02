import { anyOf, type Fits, imagingReportOf, ofKind, studyOf } from "./record-fits.ts";
import type { ClinicalRecord } from "./record.ts";

/** What a request's words ask for, and what a record must be to be offered as the answer. */
interface Wanted {
  readonly words: RegExp;
  readonly fits: Fits;
}

const ofModality = (...modalities: readonly string[]): Fits =>
  anyOf(studyOf(...modalities), imagingReportOf(...modalities));

const isReport = ofKind("note", "document", "pictures");

const wanted: readonly Wanted[] = [
  { words: /\b(?:mri?|magnetic resonance)\b/i, fits: ofModality("MR") },
  { words: /\b(?:ct|computed tomography)\b/i, fits: ofModality("CT") },
  { words: /\b(?:pet|positron emission)\b/i, fits: ofModality("PT") },
  { words: /\b(?:ultrasound|echo|echocardiogra\w+)\b/i, fits: ofModality("US") },
  { words: /\b(?:mammogra\w+)\b/i, fits: ofModality("MG") },
  { words: /\b(?:x-?rays?|radiograph\w*)\b/i, fits: ofModality("DX", "CR", "RF") },
  { words: /\b(?:angiogra\w+)\b/i, fits: ofModality("XA", "CT", "MR") },
  { words: /\b(?:ecg|ekg|electrocardiogra\w+)\b/i, fits: ofModality("ECG") },
  { words: /\b(?:patholog\w+|histolog\w+|biops\w+|slides?|blocks?)\b/i, fits: ofKind("pathology") },
  { words: /\b(?:lab\w*|blood|markers?|haemoglobin|hemoglobin|cea)\b/i, fits: ofKind("laboratory") },
  { words: /\b(?:medicines?|medications?|drugs?)\b/i, fits: ofKind("medicines") },
  { words: /\b(?:allerg\w+)\b/i, fits: ofKind("allergies") },
  { words: /\b(?:reports?|letters?|notes?|summar\w+|discharge)\b/i, fits: isReport },
];

/** What a request says of itself. */
export interface AskedRecord {
  readonly what: string;
  /** An instant. */
  readonly asked: string;
}

/** Words that say what something is; shorter ones stand in any name. */
const tellingWords = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** A paper is called as what was asked for. */
const isCalled = (what: string): Fits => {
  const words = new Set(tellingWords(what));
  return (record) => isReport(record) && tellingWords(record.title).some((word) => words.has(word));
};

/**
 * Of records that came after they were asked for, those that may be the one: offered to a person, who says whether it is. Told by
 * the request's English words, then by the name of a paper; where they say nothing that is known here, none is offered.
 */
export function mayAnswer<Came extends ClinicalRecord & { readonly added: string }>(
  { what, asked }: AskedRecord,
  records: readonly Came[],
): readonly Came[] {
  const came = records.filter(({ added }) => Date.parse(added) >= Date.parse(asked));
  const fitting = anyOf(...wanted.filter(({ words }) => words.test(what)).map(({ fits }) => fits));
  const isNamedSo = isCalled(what);
  return [...came.filter(fitting), ...came.filter((record) => !fitting(record) && isNamedSo(record))];
}
