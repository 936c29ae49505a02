import type { ClinicalRecord, Concept, TextBlock } from "@consilium/clinical";
import { valueText } from "@consilium/clinical";
import { htmlBlocks } from "../html/html-blocks.ts";
import { child, children, line, type Node, rawText, text } from "../json/node.ts";
import { attach, type Attached, readAttachments } from "./attach.ts";
import { nameOfEntry } from "./bundle-index.ts";
import { codingsOf, conceptOf, conceptTexts, joined } from "./concept.ts";
import { dateOf, spanOf } from "./dates.ts";
import { isLaboratoryReport } from "./observation-groups.ts";
import { measuredOf } from "./observation-value.ts";
import { type Found, namesOf, placeOf, type Reading } from "./reading.ts";
import { recordHeading } from "./record-heading.ts";
import { mediaOf } from "./report-media.ts";

export const narrativeBlocks = (node: Node | null): readonly TextBlock[] =>
  htmlBlocks(rawText(child(node, "text"), "div") ?? "");

/** The results of a report that is not a laboratory's, as its lines: "Impression: no acute abnormality". */
function resultLines(report: Node, reading: Reading): readonly string[] {
  return children(report, "result").flatMap((reference) => {
    const resource = reading.index.resolve(line(reference, "reference"), report)?.resource ?? null;
    const measured = resource === null ? null : measuredOf(resource);
    if (measured === null) return [];
    const value = joined([valueText(measured.value), measured.unit?.text ?? null], " ");
    return [`${conceptOf(child(resource, "code"))?.text ?? "Result"}: ${value}`];
  });
}

const paragraph = (words: string): TextBlock => ({ type: "paragraph", text: words });
const heading = (words: string): TextBlock => ({ type: "heading", level: 2, text: words });

function conclusionBlocks(report: Node): readonly TextBlock[] {
  const words = [text(report, "conclusion"), joined(conceptTexts(report, "conclusionCode"), "; ")].filter(
    (part) => part !== null,
  );
  return words.length === 0 ? [] : [heading("Conclusion"), ...words.map(paragraph)];
}

function reportText(found: Found, hasResults: boolean, reading: Reading): Attached {
  const { node } = found;
  const written = readAttachments(node, children(node, "presentedForm"), reading);
  const lines = isLaboratoryReport(node) ? [] : resultLines(node, reading);
  const results: readonly TextBlock[] =
    lines.length === 0 ? [] : [heading("Results"), { type: "list", ordered: false, items: lines }];
  const own = [...written.blocks, ...results, ...conclusionBlocks(node)];
  // A generated narrative repeats the results; it is read where there is nothing else.
  return { ...written, blocks: own.length > 0 || hasResults ? own : narrativeBlocks(node) };
}

const pathologyCodes = new Set([
  "sp",
  "cp",
  "pat",
  "path",
  "cyt",
  "cg",
  "lp7839-6",
  "11526-1",
  "11529-5",
  "60568-3",
  "22637-3",
]);
const imagingCodes = new Set([
  "rad",
  "ct",
  "nmr",
  "mri",
  "rus",
  "rx",
  "cus",
  "nms",
  "vus",
  "xrc",
  "imaging",
  "lp29684-5",
  "18748-4",
]);
const imagingWords =
  /\b(?:xr|x-ray|radiograph|ct|mri?|mrt|ultrasound|us|pet|mammogra\w*|echocardiogra\w*)\b/i;

function kindOf(report: Node, code: Concept | null): "imaging-report" | "note" | "pathology" {
  const categories = children(report, "category").flatMap(codingsOf);
  const codes = [...categories, ...(code?.codings ?? [])].map((coding) => coding.code.toLowerCase());
  if (codes.some((known) => pathologyCodes.has(known)) || /\bpathology\b/i.test(code?.text ?? ""))
    return "pathology";
  if (codes.some((known) => imagingCodes.has(known))) return "imaging-report";
  return categories.length === 0 && imagingWords.test(code?.text ?? "") ? "imaging-report" : "note";
}

/** A record of the kind its report has; its facts stay in its text, where they can be quoted. */
export function textRecord(
  kind: "imaging-report" | "note" | "pathology",
  head: Omit<ClinicalRecord, "content" | "kind">,
  blocks: readonly TextBlock[],
): ClinicalRecord {
  switch (kind) {
    case "note":
      return { ...head, kind, content: { blocks, pages: null } };
    case "imaging-report":
      return {
        ...head,
        kind,
        content: { blocks, fields: [], places: [], accession: null, modality: "", series: [] },
      };
    case "pathology":
      return {
        ...head,
        kind,
        content: {
          blocks,
          fields: [],
          places: [],
          accession: null,
          specimenBlocks: [],
          slideCount: null,
          scanner: null,
        },
      };
  }
}

/** A house that is named by its words alone. */
const isHouse = (one: Node): boolean =>
  line(one, "type") === "Organization" && line(one, "reference") === null;

/** A report with words of its own is a record; a laboratory panel is the group of its values, and no record. */
export function reportRecord(found: Found, hasResults: boolean, reading: Reading): ClinicalRecord | null {
  const { node, entry } = found;
  const { blocks, files, gaps } = reportText(found, hasResults, reading);
  const media = mediaOf(node, reading);
  if (blocks.length + files.length + media.files.length === 0 && !hasResults) {
    reading.ledger.leave(entry, gaps[0] ?? "no-content");
    return null;
  }
  for (const gap of gaps) reading.ledger.leavePart(entry, "presentedForm", gap);
  for (const gap of media.gaps) reading.ledger.leavePart(entry, "media", gap);
  reading.ledger.represent(entry);
  if (blocks.length + files.length + media.files.length === 0) return null;
  const code = conceptOf(child(node, "code"));
  const span = spanOf(node, "effective");
  const performers = [...children(node, "resultsInterpreter"), ...children(node, "performer")];
  const [author] = namesOf(
    reading,
    node,
    performers.filter((one) => !isHouse(one)),
  );
  const house = line(performers.find(isHouse) ?? null, "display");
  const head = recordHeading(reading, {
    title: code?.text ?? "Report",
    date: span.from ?? dateOf(node, "issued"),
    source: house ?? placeOf(reading, node),
    author: author ?? null,
    language: line(node, "language"),
    code,
  });
  const id = nameOfEntry(entry);
  attach(reading, files, { heading: head, type: entry.type, part: "presentedForm", id });
  attach(reading, media.files, { heading: head, type: entry.type, part: "media", id });
  return blocks.length === 0 ? null : textRecord(kindOf(node, code), head, blocks);
}
