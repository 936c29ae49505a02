import type { ClinicalRecord, RecordKind } from "./record.ts";

interface Head {
  readonly title: string;
  readonly code: { readonly text: string } | null;
}

interface Titled {
  readonly title: string;
}

type ToldByContent = "imaging-study" | "imaging-report" | "laboratory" | "medicines";

/** What of a record its type is told by. A record is one; by itself it is small enough to be held. */
export type RecordOutline = Head &
  (
    | { readonly kind: "imaging-study"; readonly content: { readonly modalities: readonly string[] } }
    | { readonly kind: "imaging-report"; readonly content: { readonly modality: string } }
    | { readonly kind: "laboratory"; readonly content: { readonly series: readonly Titled[] } }
    | { readonly kind: "medicines"; readonly content: { readonly entries: readonly Titled[] } }
    | { readonly kind: Exclude<RecordKind, ToldByContent> }
  );

const titled = ({ title }: Titled): Titled => ({ title });

export function outlineOf(record: ClinicalRecord): RecordOutline {
  const { title, code } = record;
  const head = { title, code: code && { text: code.text } };
  if (record.kind === "imaging-study")
    return { ...head, kind: record.kind, content: { modalities: record.content.modalities } };
  if (record.kind === "imaging-report")
    return { ...head, kind: record.kind, content: { modality: record.content.modality } };
  if (record.kind === "laboratory")
    return { ...head, kind: record.kind, content: { series: record.content.series.map(titled) } };
  if (record.kind === "medicines")
    return { ...head, kind: record.kind, content: { entries: record.content.entries.map(titled) } };
  return { ...head, kind: record.kind };
}
