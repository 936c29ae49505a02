import { child, children, line, type Node } from "../json/node.ts";
import { type Attached, readAttachments } from "./attach.ts";
import type { Gap } from "./import-refusal.ts";
import type { Reading } from "./reading.ts";

const notTaken: Gap = "attachment-not-text";

/** Key pictures of a report: what the Media that it names hold. */
export function mediaOf(report: Node, reading: Reading): Omit<Attached, "blocks"> {
  const links = children(report, "media")
    .map((media) => child(media, "link"))
    .filter((link) => link !== null);
  if (reading.attached === null) return { files: [], gaps: links.map(() => notTaken) };
  const read = links.map((link) => mediaAt(link, report, reading));
  return { files: read.flatMap(({ files }) => files), gaps: read.flatMap(({ gaps }) => gaps) };
}

function mediaAt(link: Node, report: Node, reading: Reading): Omit<Attached, "blocks"> {
  const resolved = reading.index.resolve(line(link, "reference"), report);
  const content = child(resolved?.resource ?? null, "content");
  if (content === null)
    return { files: [], gaps: [resolved === null ? "reference-not-in-file" : "no-content"] };
  const { files, gaps } = readAttachments(report, [content], reading);
  if (files.length > 0 && resolved?.entry) reading.ledger.represent(resolved.entry);
  return { files, gaps };
}
