import { plainTextBlocks, type TextBlock } from "@consilium/clinical";
import { cleanText } from "@consilium/interchange";
import { kept, type Kept, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import { wholeOf } from "../source.ts";
import type { Desk, FileInHand, Reader } from "./reader.ts";
import { headingOf } from "./record-of-file.ts";

/** By its byte order mark; else UTF-8 where it is that, and what Windows wrote before where it is not. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export function noteOf(
  file: FileInHand,
  desk: Desk,
  blocks: readonly TextBlock[],
  reason: OutcomeReason | null,
): Kept | NotKept {
  if (blocks.length === 0) return notRead("no-content");
  const record = { ...headingOf(file, desk), kind: "note" as const, content: { blocks, pages: null } };
  return kept({ records: [record], reason });
}

export const textReader: Reader = {
  takes: ({ kind: { kind } }) => kind === "text",
  read: async (file, desk) => {
    if (file.source.bytes > desk.limits.text) return notRead("too-large");
    const text = decodeText(await wholeOf(file.source));
    return noteOf(file, desk, plainTextBlocks(cleanText(text)), null);
  },
};
