import type { ClinicalRecord, TextBlock } from "@consilium/clinical";
import { child, children, line, type Node } from "../json/node.ts";
import { attach, readAttachments } from "./attach.ts";
import { nameOfEntry } from "./bundle-index.ts";
import { conceptOf, conceptText, joined } from "./concept.ts";
import { dateOf, periodOf } from "./dates.ts";
import { editionOfReference } from "./edition.ts";
import { type Found, nameOf, namesOf, placeOf, type Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";
import { narrativeBlocks, textRecord } from "./reports.ts";

/** Headings of sections two levels deep; what lies deeper is read under the second. */
function sectionBlocks(section: Node, level: 2 | 3): readonly TextBlock[] {
  const title = line(section, "title") ?? conceptText(section, "code");
  const empty = conceptText(section, "emptyReason");
  const said = narrativeBlocks(section);
  const own: readonly TextBlock[] =
    said.length === 0 && empty !== null ? [{ type: "paragraph", text: `Empty: ${empty}` }] : said;
  const inner = children(section, "section").flatMap((nested) => sectionBlocks(nested, 3));
  if (own.length === 0 && inner.length === 0) return [];
  const demoted = own.map((block): TextBlock => (block.type === "heading" ? { ...block, level: 3 } : block));
  return [
    ...(title === null ? [] : [{ type: "heading", level, text: title } as const]),
    ...demoted,
    ...inner,
  ];
}

export function compositionRecord({ node, entry }: Found, reading: Reading): ClinicalRecord | null {
  const sections = children(node, "section").flatMap((section) => sectionBlocks(section, 2));
  const blocks = sections.length > 0 ? sections : narrativeBlocks(node);
  if (blocks.length === 0) {
    reading.ledger.leave(entry, "no-content");
    return null;
  }
  reading.ledger.represent(entry);
  const type = conceptOf(child(node, "type"));
  const attesters = children(node, "attester").flatMap((attester) => children(attester, "party"));
  const head = recordHeading(reading, {
    title: line(node, "title") ?? type?.text ?? "Document",
    date: dateOf(node, "date"),
    source: nameOf(reading, node, child(node, "custodian")) ?? reading.source,
    author: joined(namesOf(reading, node, [...children(node, "author"), ...attesters]), ", "),
    language: line(node, "language"),
    code: type,
  });
  return textRecord("note", head, blocks);
}

export function documentReferenceRecord(found: Found, reading: Reading): ClinicalRecord | null {
  const { node, entry } = found;
  const attachments = children(node, "content").flatMap((content) => children(content, "attachment"));
  const { blocks, files, gaps } = readAttachments(node, attachments, reading);
  if (blocks.length + files.length === 0) {
    reading.ledger.leave(entry, gaps[0] ?? "no-content");
    return null;
  }
  for (const gap of gaps) reading.ledger.leavePart(entry, "content", gap);
  reading.ledger.represent(entry);
  const type = conceptOf(child(node, "type"));
  const named = attachments.map((attachment) => line(attachment, "title")).find((title) => title !== null);
  const [attachment] = attachments;
  const head = recordHeading(reading, {
    title: type?.text ?? line(node, "description") ?? named ?? "Document",
    date:
      periodOf(child(child(node, "context"), "period")).from ??
      dateOf(node, "date") ??
      dateOf(attachment ?? null, "creation"),
    source: nameOf(reading, node, child(node, "custodian")) ?? placeOf(reading, node),
    author: joined(namesOf(reading, node, children(node, "author")), ", "),
    language: line(attachment ?? null, "language") ?? line(node, "language"),
    code: type,
    edition: editionOfReference(node, entry, reading),
  });
  attach(reading, files, { heading: head, type: entry.type, part: "content", id: nameOfEntry(entry) });
  return blocks.length === 0 ? null : textRecord("note", head, blocks);
}
