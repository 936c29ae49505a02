import type { TextBlock } from "@consilium/clinical";
import { cleanText } from "../json/node.ts";
import type { DataSet } from "./data-set.ts";
import type { DicomInstance } from "./dicom-instance.ts";
import { lineOf, momentOf, nameOf } from "./dicom-values.ts";

const contentSequence = 0x0040a730;
const conceptName = 0x0040a043;
const codeMeaning = 0x00080104;
const codeValue = 0x00080100;

const meaningOf = (data: DataSet | null): string => lineOf(data, codeMeaning) || lineOf(data, codeValue);

const labelOf = (item: DataSet): string => meaningOf(item.item(conceptName));

/** "mm"; nothing for a bare number or a count in braces. */
function unitOf(measured: DataSet | null): string {
  const unit = measured?.item(0x004008ea) ?? null;
  const code = lineOf(unit, codeValue);
  if (/^(?:1|\{.*\})$/.test(code)) return "";
  return lineOf(unit, 0x00080102) === "UCUM" ? code : meaningOf(unit);
}

function measurement(item: DataSet): string {
  const measured = item.item(0x0040a300);
  if (measured === null) return meaningOf(item.item(0x0040a301)) || "not measured";
  return `${lineOf(measured, 0x0040a30a)} ${unitOf(measured)}`.trim();
}

function momentWritten(written: string): string {
  const [, date = "", time = ""] = /^(\d{8})(\d*)/.exec(written) ?? [];
  return momentOf(date, time, "") ?? written;
}

const timeWritten = (written: string): string =>
  written.replace(/^(\d{2})(\d{2})(?:(\d{2})(?:\.\d+)?)?$/, (_, hour, minute, second) =>
    [hour, minute, second].filter((part) => part !== undefined).join(":"),
  );

function paragraphOf(item: DataSet): string {
  const text = item.text(0x0040a160).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return cleanText(text).trim();
}

/** What the item says by itself, by its value type (PS3.3, C.17.3.2.1); its label stands before it. */
function valueOf(item: DataSet): string {
  switch (lineOf(item, 0x0040a040)) {
    case "TEXT":
      return paragraphOf(item);
    case "NUM":
      return measurement(item);
    case "CODE":
      return meaningOf(item.item(0x0040a168));
    case "PNAME":
      return nameOf(item, 0x0040a123);
    case "DATETIME":
      return momentWritten(lineOf(item, 0x0040a120));
    case "DATE":
      return momentWritten(lineOf(item, 0x0040a121));
    case "TIME":
      return timeWritten(lineOf(item, 0x0040a122));
    case "UIDREF":
      return lineOf(item, 0x0040a124);
    case "IMAGE":
      return "an image";
    case "WAVEFORM":
      return "a tracing";
    case "COMPOSITE":
      return "another object";
    case "SCOORD":
    case "SCOORD3D":
      return "a marked place";
    case "TCOORD":
      return "a marked time";
    default:
      return "";
  }
}

const isContainer = (item: DataSet): boolean => lineOf(item, 0x0040a040) === "CONTAINER";

/** An item and what qualifies it: "Mass: 12 mm (Side: left; an image)". */
function lineFor(item: DataSet): string {
  const said = [labelOf(item), valueOf(item)].filter((part) => part !== "").join(": ");
  const more = item
    .items(contentSequence)
    .map(lineFor)
    .filter((line) => line !== "");
  return more.length === 0 ? said : `${said} (${more.join("; ")})`.trim();
}

const isLong = (line: string): boolean => line.length > 160 || line.includes("\n");

/** Runs of short lines as lists, long texts as paragraphs. */
class Blocks {
  readonly blocks: TextBlock[] = [];
  private short: string[] = [];

  line(line: string): void {
    if (line === "") return;
    if (!isLong(line)) {
      this.short.push(line);
      return;
    }
    this.close();
    this.blocks.push({ type: "paragraph", text: line });
  }

  heading(level: 2 | 3, text: string): void {
    this.close();
    if (text !== "") this.blocks.push({ type: "heading", level, text });
  }

  close(): void {
    if (this.short.length > 0) this.blocks.push({ type: "list", ordered: false, items: this.short });
    this.short = [];
  }
}

function layContent(parent: DataSet, level: 2 | 3, blocks: Blocks): void {
  for (const item of parent.items(contentSequence)) {
    if (isContainer(item)) {
      blocks.heading(level, labelOf(item));
      layContent(item, 3, blocks);
    } else blocks.line(lineFor(item));
  }
  blocks.close();
}

function authorOf(data: DataSet): string | null {
  const verifier = nameOf(data.item(0x0040a073), 0x0040a075);
  const author = nameOf(data.item(0x0040a078), 0x0040a123);
  const observer = data.items(contentSequence).find((item) => lineOf(item, 0x0040a040) === "PNAME");
  return verifier || author || nameOf(observer ?? null, 0x0040a123) || null;
}

/** What the report says of its own state, where that is not "complete and verified". */
function stateOf(data: DataSet): readonly TextBlock[] {
  const said = [
    lineOf(data, 0x0040a491) === "PARTIAL" && "This report is marked as not complete.",
    lineOf(data, 0x0040a493) === "UNVERIFIED" && "This report is marked as not verified.",
  ].filter((sentence) => sentence !== false);
  return said.length === 0 ? [] : [{ type: "paragraph", text: said.join(" ") }];
}

/** The content tree as readable text: containers as headings, each item with its label. */
export function structuredReport(data: DataSet): NonNullable<DicomInstance["report"]> {
  const blocks = new Blocks();
  layContent(data, 2, blocks);
  return {
    title: labelOf(data),
    author: authorOf(data),
    blocks: [...stateOf(data), ...blocks.blocks],
  };
}
