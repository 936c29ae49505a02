import "./paper.css";
import type { RecordOf } from "@consilium/clinical";
import { DocumentPaper } from "./document-paper.tsx";
import { PicturesPaper } from "./pictures-paper.tsx";

/** The pages of a PDF, or photographs. */
export function PaperView({ record }: { readonly record: RecordOf<"document" | "pictures"> }) {
  return record.kind === "document" ? <DocumentPaper record={record} /> : <PicturesPaper record={record} />;
}
