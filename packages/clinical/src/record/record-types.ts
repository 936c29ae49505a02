import {
  anyOf,
  both,
  type Fits,
  imagingReportOf,
  isNamed,
  medicineNamed,
  ofKind,
  paperNamed,
  studyOf,
  valuesOf,
} from "./record-fits.ts";

/** What may be there of a type of record, and what not. */
export const recordParts = ["images", "report", "slides", "tracing", "medicines", "allergies"] as const;
export type RecordPart = (typeof recordParts)[number];

/** Types of record that specialties ask for. Most of them are one thing; some have parts, each of which is needed. */
export const recordTypes = [
  "pathology",
  "molecular",
  "staging-images",
  "operation-notes",
  "systemic-treatment",
  "radiation-treatment",
  "markers",
  "germline",
  "medicines-allergies",
  "ecg",
  "echo",
  "stress-test",
  "heart-ct",
  "angiography",
  "rhythm-monitor",
  "heart-markers",
  "kidney-function",
  "lipids",
  "devices",
  "anticoagulants",
  "weight-bearing-films",
  "mri",
  "nerve-conduction",
  "conservative-care",
  "bone-density",
  "eeg",
  "csf",
  "antibodies",
  "genetics",
  "seizure-diary",
  "images-to-read",
  "clinic-letters",
  "laboratory",
] as const;
export type RecordType = (typeof recordTypes)[number];

export const isRecordType = (id: string): id is RecordType => recordTypes.some((type) => type === id);

/** Told by kinds, modalities and English words; of what they do not tell, a person says that it is here. */
const fitting: Readonly<Record<RecordType, Fits | Readonly<Partial<Record<RecordPart, Fits>>>>> = {
  pathology: { report: ofKind("pathology"), slides: ofKind("slide") },
  molecular: paperNamed(/molecular|genomic|sequencing|\b(?:KRAS|NRAS|BRAF|MMR|MSI)\b/i),
  "staging-images": { report: imagingReportOf("CT", "MR", "PT"), images: studyOf("CT", "MR", "PT") },
  "operation-notes": paperNamed(/operation note|operative|operation report|surgical report/i),
  "systemic-treatment": paperNamed(/chemotherap|immunotherap|systemic|treatment summary/i),
  "radiation-treatment": paperNamed(/radiation|radiotherap/i),
  markers: valuesOf(/\b(?:CEA|CA ?\d+(?:-\d)?|AFP|PSA|HCG)\b/i),
  germline: paperNamed(/germline|hereditary/i),
  "medicines-allergies": { medicines: ofKind("medicines"), allergies: ofKind("allergies") },
  ecg: { report: imagingReportOf("ECG"), tracing: studyOf("ECG") },
  echo: { report: imagingReportOf("US"), images: studyOf("US") },
  "stress-test": paperNamed(/stress test|stress echo|ergometr|exercise test/i),
  "heart-ct": { report: imagingReportOf("CT"), images: studyOf("CT") },
  angiography: { report: anyOf(imagingReportOf("XA"), paperNamed(/angiogra/i)), images: studyOf("XA") },
  "rhythm-monitor": paperNamed(/holter|rhythm monitor|event recorder|loop recorder/i),
  "heart-markers": valuesOf(/BNP|troponin/i),
  "kidney-function": valuesOf(/creatinine|\beGFR\b/i),
  lipids: valuesOf(/cholesterol|\b[LH]DL\b|triglyceride/i),
  devices: paperNamed(/pacemaker|defibrillator|\bICD\b|device check/i),
  anticoagulants: medicineNamed(/warfarin|apixaban|rivaroxaban|dabigatran|edoxaban|phenprocoumon/i),
  "weight-bearing-films": both(studyOf("DX", "CR", "RF"), isNamed(/standing|weight|flexion|upright/i)),
  mri: { report: imagingReportOf("MR"), images: studyOf("MR") },
  "nerve-conduction": paperNamed(/nerve conduction|\bEMG\b|electromyogra|neurophysiolog/i),
  "conservative-care": paperNamed(/physiotherap|physical therapy|rehabilitation|conservative/i),
  "bone-density": paperNamed(/bone density|\bDE?XA\b|densitometr/i),
  eeg: paperNamed(/\bEEG\b|electroencephalogra/i),
  csf: anyOf(paperNamed(/\bCSF\b|cerebrospinal|lumbar puncture/i), valuesOf(/\bCSF\b|cerebrospinal/i)),
  antibodies: anyOf(paperNamed(/antibod/i), valuesOf(/antibod/i)),
  genetics: paperNamed(/genetic|exome|genome/i),
  "seizure-diary": paperNamed(/seizure/i),
  "images-to-read": { report: ofKind("imaging-report"), images: ofKind("imaging-study") },
  "clinic-letters": ofKind("note", "document", "pictures"),
  laboratory: ofKind("laboratory"),
};

/** By part; of a type that is one thing, one without a name. */
export function partsOf(type: RecordType): readonly (readonly [RecordPart | null, Fits])[] {
  const fits = fitting[type];
  if (typeof fits === "function") return [[null, fits]];
  return recordParts.flatMap((part) => {
    const fit = fits[part];
    return fit ? [[part, fit] as const] : [];
  });
}
