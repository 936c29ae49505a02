import type { RecordOf } from "@consilium/clinical";

/** A DICOM study. */
export function StudyView({ record }: { readonly record: RecordOf<"imaging-study"> }) {
  return <p>{record.title}</p>;
}
