import type { RecordOf } from "@consilium/clinical";

/** The pages of a PDF, or photographs. */
export function PaperView({ record }: { readonly record: RecordOf<"document" | "pictures"> }) {
  return <p>{record.title}</p>;
}
