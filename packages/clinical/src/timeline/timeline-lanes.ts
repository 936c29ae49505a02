import type { RecordKind } from "../record/record.ts";

/** In the order in which they lie under one another. */
export const timelineLanes = [
  "imaging",
  "pathology",
  "laboratory",
  "procedures",
  "medicines",
  "problems",
  "visits",
  "papers",
] as const;
export type TimelineLane = (typeof timelineLanes)[number];

/** Every kind of record has its lane: nothing that a case holds is left out of its history. */
const lanes = {
  note: "papers",
  document: "papers",
  pictures: "papers",
  pathology: "pathology",
  slide: "pathology",
  "imaging-study": "imaging",
  "imaging-report": "imaging",
  laboratory: "laboratory",
  problems: "problems",
  allergies: "problems",
  medicines: "medicines",
  immunizations: "medicines",
  procedures: "procedures",
  encounters: "visits",
  plans: "visits",
} as const satisfies Record<RecordKind, TimelineLane>;

export const laneOf = (kind: RecordKind): TimelineLane => lanes[kind];
