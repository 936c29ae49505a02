import { ignored, type NotKept, notRead } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import type { FileKind } from "../sniff/file-kind.ts";

const reasons: Readonly<Partial<Record<FileKind["kind"], OutcomeReason>>> = {
  empty: "empty",
  svg: "svg-not-read",
  rtf: "rtf-not-read",
  xml: "xml-not-read",
  dicom: "damaged",
  office: "office-not-read",
  recording: "recording-not-read",
  "other-archive": "archive-kind-not-read",
};

/** What is said of a file that no reader takes. */
export const unreadReason = ({ kind }: FileKind): NotKept =>
  kind === "program" ? ignored("program-not-kept") : notRead(reasons[kind] ?? "kind-not-read");
