import type { RecordKind } from "./record.ts";

/** Every kind once, in the order a reader looks for them. */
export const recordKinds = [
  "note",
  "pathology",
  "imaging-report",
  "laboratory",
  "problems",
  "medicines",
  "allergies",
  "procedures",
  "immunizations",
  "encounters",
  "plans",
] as const satisfies readonly RecordKind[];
