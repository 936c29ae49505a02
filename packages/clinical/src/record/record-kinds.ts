import type { RecordKind } from "./record.ts";

/** Kinds that are lists of entries. */
const listKinds = [
  "problems",
  "medicines",
  "allergies",
  "procedures",
  "immunizations",
  "encounters",
  "plans",
] as const satisfies readonly RecordKind[];

/** Every kind once, in the order a reader looks for them. */
export const recordKinds = [
  "note",
  "document",
  "pictures",
  "pathology",
  "slide",
  "imaging-study",
  "imaging-report",
  "laboratory",
  ...listKinds,
] as const satisfies readonly RecordKind[];

export const isListRecord = <Record extends { readonly kind: RecordKind }>(
  record: Record,
): record is Extract<Record, { readonly kind: (typeof listKinds)[number] }> =>
  listKinds.some((kind) => kind === record.kind);
