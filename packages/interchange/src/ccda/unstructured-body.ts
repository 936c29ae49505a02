import { plainTextBlocks } from "@consilium/clinical";
import type { Attached } from "../fhir/attach.ts";
import { attachmentText } from "../fhir/attachment-text.ts";
import type { Entry } from "../fhir/bundle-index.ts";
import type { Reading } from "../fhir/reading.ts";
import { cleanText } from "../json/node.ts";
import { attribute, element, textIn, type XmlElement } from "../xml/xml-element.ts";
import { compact } from "./compact.ts";

/** A document whose body is a file: its text where it is one, or its bytes, else booked with what stands in the way. */
export function readUnstructured(body: XmlElement, reading: Reading): Pick<Attached, "blocks" | "files"> {
  const text = element(body, "text");
  const entry: Entry = { type: "nonXMLBody", id: null, fullUrl: null, resource: null };
  const contentType = attribute(text, "mediaType") ?? "text/plain";
  if (attribute(text, "representation") !== "B64" && contentType.startsWith("text/plain")) {
    const blocks = plainTextBlocks(cleanText(textIn(text)));
    if (blocks.length > 0) return { blocks, files: [] };
  }
  const read = attachmentText(
    reading,
    {},
    compact({
      contentType,
      data: textIn(text).trim() || null,
      url: attribute(element(text, "reference"), "value"),
    }),
  );
  if (read.kind === "gap") reading.ledger.leavePart(entry, "text", read.gap);
  return {
    blocks: read.kind === "text" ? read.blocks : [],
    files: read.kind === "file" ? [read] : [],
  };
}
