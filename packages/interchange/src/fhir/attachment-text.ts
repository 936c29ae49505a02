import { plainTextBlocks, type TextBlock } from "@consilium/clinical";
import { htmlBlocks } from "../html/html-blocks.ts";
import { cleanText, line, type Node, rawText } from "../json/node.ts";
import { decodeBase64 } from "./base64.ts";
import type { Gap } from "./import-refusal.ts";
import type { Reading } from "./reading.ts";

export interface FileWithin {
  readonly kind: "file";
  /** As it is called there. */
  readonly title: string | null;
  readonly bytes: Uint8Array;
}

export type AttachmentText =
  | { readonly kind: "text"; readonly blocks: readonly TextBlock[] }
  /** No words: a PDF, a picture. */
  | FileWithin
  | { readonly kind: "gap"; readonly gap: Gap };

const gap = (name: Gap): AttachmentText => ({ kind: "gap", gap: name });

const plain = new Set(["text/plain", "text/markdown"]);
const markup = new Set(["text/html", "application/xhtml+xml", "application/xhtml"]);

function decode(bytes: Uint8Array, contentType: string): string | null {
  const charset = /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

type Data = { readonly kind: "data"; readonly base64: string } | { readonly kind: "gap"; readonly gap: Gap };

/** The bytes of an attachment: its own, or those of the Binary in the same file that its address names. */
function dataOf(reading: Reading, holder: Node, attachment: Node): Data {
  const own = rawText(attachment, "data");
  if (own !== null) return { kind: "data", base64: own };
  const address = line(attachment, "url");
  if (address === null) return { kind: "gap", gap: "no-content" };
  const resolved = reading.index.resolve(address, holder);
  if (resolved === null) return { kind: "gap", gap: "attachment-elsewhere" };
  const data = rawText(resolved.resource, "data");
  if (data === null) return { kind: "gap", gap: "attachment-unreadable" };
  if (resolved.entry !== null) reading.ledger.represent(resolved.entry);
  return { kind: "data", base64: data };
}

export function attachmentText(reading: Reading, holder: Node, attachment: Node): AttachmentText {
  const contentType = line(attachment, "contentType") ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const isMarkup = markup.has(type);
  const isText = isMarkup || plain.has(type);
  if (!isText && reading.attached === null) return gap(notText(reading, holder, attachment));
  const data = dataOf(reading, holder, attachment);
  if (data.kind === "gap") return data;
  const bytes = decodeBase64(data.base64);
  if (!isText) return fileWithin(bytes, attachment);
  const written = bytes === null ? null : decode(bytes, contentType);
  if (written === null) return gap("attachment-unreadable");
  const blocks = isMarkup ? htmlBlocks(written) : plainTextBlocks(cleanText(written));
  return blocks.length === 0 ? gap("no-content") : { kind: "text", blocks };
}

const fileWithin = (bytes: Uint8Array | null, attachment: Node): AttachmentText =>
  bytes === null || bytes.length === 0
    ? gap("attachment-unreadable")
    : { kind: "file", title: line(attachment, "title"), bytes };

/** A PDF in the file is a PDF; one at an address is first of all not here. */
function notText(reading: Reading, holder: Node, attachment: Node): Gap {
  if (rawText(attachment, "data") !== null) return "attachment-not-text";
  const address = line(attachment, "url");
  if (address === null) return "no-content";
  return reading.index.resolve(address, holder) === null ? "attachment-elsewhere" : "attachment-not-text";
}
