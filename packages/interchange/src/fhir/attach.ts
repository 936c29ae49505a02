import type { ClinicalRecord, TextBlock } from "@consilium/clinical";
import type { Node } from "../json/node.ts";
import { attachmentText, type FileWithin } from "./attachment-text.ts";
import type { Gap } from "./import-refusal.ts";
import type { Reading } from "./reading.ts";
import { recordTitle } from "./record-heading.ts";

export interface Attached {
  readonly blocks: readonly TextBlock[];
  /** What is no words. */
  readonly files: readonly FileWithin[];
  /** Why others could not be read, one for each. */
  readonly gaps: readonly Gap[];
}

export function readAttachments(holder: Node, attachments: readonly Node[], reading: Reading): Attached {
  const read = attachments.map((attachment) => attachmentText(reading, holder, attachment));
  return {
    blocks: read.flatMap((one) => (one.kind === "text" ? one.blocks : [])),
    files: read.filter((one) => one.kind === "file"),
    gaps: read.flatMap((one) => (one.kind === "gap" ? [one.gap] : [])),
  };
}

export interface AttachedTo {
  readonly heading: Omit<ClinicalRecord, "kind" | "content">;
  /** Of the resource, which of its elements, and its id in the file, "" for none. */
  readonly type: string;
  readonly part: string;
  readonly id: string;
}

/** Files become records of their own, each with the heading; several of one are told apart by their own titles. */
export function attach(
  reading: Reading,
  files: readonly FileWithin[],
  { heading, type, part, id }: AttachedTo,
): void {
  for (const [place, { title, bytes }] of files.entries()) {
    const own = files.length > 1 ? `${heading.title}: ${title ?? place + 1}` : heading.title;
    reading.attached?.push({
      heading: { ...heading, id: reading.createId(), title: recordTitle(own) },
      bytes,
      at: { type, part, ids: id === "" ? [] : [id] },
    });
  }
}
