import { describe, expect, test } from "vitest";
import { memorySource } from "../source.ts";
import { makePdf } from "../testing/make-pdf.ts";
import { makePng } from "../testing/make-png.ts";
import { makeZip } from "../testing/make-zip.ts";
import { sniff } from "./sniff.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const encode = (text: string) => new TextEncoder().encode(text);
const kindOf = (content: Uint8Array | string) =>
  sniff(memorySource(typeof content === "string" ? encode(content) : content));

function withDicm(): Uint8Array {
  const file = Buffer.alloc(200);
  file.write("DICM", 128, "latin1");
  return file;
}

const utf16 = (text: string) => Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, "utf16le")]);

describe("what a file is", () => {
  test.each([
    ["nothing", "", "empty"],
    ["a PDF", makePdf("Report"), "pdf"],
    ["a PDF behind other bytes", Buffer.concat([bytes(0, 1, 2, 10), makePdf("Report")]), "pdf"],
    ["a PNG", makePng(4, 4), "png"],
    ["a GIF", "GIF89a\u0001\u0000\u0001\u0000", "gif"],
    ["a JPEG", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), "jpeg"],
    ["a TIFF", bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0), "tiff"],
    ["a TIFF whose directory stands far away", bytes(0x4d, 0x4d, 0, 0x2a, 0x40, 0, 0, 0, 0, 0), "tiff"],
    ["a BigTIFF", bytes(0x49, 0x49, 0x2b, 0, 8, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0), "tiff"],
    ["a HEIC", encode("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "heic"],
    ["an AVIF", encode("\0\0\0\u0018ftypavif\0\0\0\0avifmif1"), "avif"],
    ["DICOM", withDicm(), "dicom"],
    [
      "DICOM without header, explicit",
      Buffer.concat([bytes(8, 0, 5, 0), encode("CS"), bytes(10, 0), encode("ISO_IR 100")]),
      "dicom",
    ],
    ["DICOM without header, implicit", bytes(8, 0, 0, 0, 4, 0, 0, 0, 0x60, 1, 0, 0), "dicom"],
    [
      "DICOM behind a stray byte",
      Buffer.concat([bytes(0, 8, 0, 8, 0), encode("CS"), bytes(2, 0), encode("A ")]),
      "dicom",
    ],
    ["a zip", makeZip([{ name: "a.txt", content: encode("A") }]), "zip"],
    ["an empty zip", makeZip([]), "zip"],
    ["a gzip", bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), "gzip"],
    ["a 7z", bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), "other-archive"],
    ["an old Word file", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "office"],
    ["a program for Windows", Buffer.concat([encode("MZ"), Buffer.alloc(200)]), "program"],
    ["a program for Linux", Buffer.concat([encode("\u007fELF"), Buffer.alloc(200)]), "program"],
    ["a script", "#!/bin/sh\nrm -rf /\n", "program"],
    ["JSON", ' \n{"resourceType":"Patient"}', "json"],
    ["a list of JSON", '[{"a":1}]', "json"],
    ["JSON with a byte order mark", "\ufeff{}", "json"],
    ["RTF", "{\\rtf1\\ansi Report}", "rtf"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "svg"],
    ["SVG behind a declaration", '<?xml version="1.0"?>\n<!-- drawn --><!DOCTYPE svg><svg></svg>', "svg"],
    ["HTML", "<!DOCTYPE html><html><p>Report</p></html>", "html"],
    ["a piece of HTML", "<p>Report</p>", "html"],
    ["text", "The lesion is stable.\r\nNo new lesion.", "text"],
    ["text that begins like JSON", "[Report] of 24 November", "text"],
    ["text that begins with a less-than sign", "< 5 mm", "text"],
    ["text of an older Windows", Buffer.from("Größe unverändert", "latin1"), "text"],
    ["text in UTF-16", utf16("Größe unverändert"), "text"],
    ["text cut within a letter", encode(`${"a".repeat(65_535)}ä`), "text"],
    ["anything else", bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2), "unknown"],
  ])("%s is told by its content", async (_what, content, kind) => {
    expect((await kindOf(content)).kind).toBe(kind);
  });

  test.each([
    ['<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>', "ClinicalDocument", "urn:hl7-org:v3"],
    ['<x:Bundle xmlns="urn:other" xmlns:x="http://hl7.org/fhir"/>', "Bundle", "http://hl7.org/fhir"],
    ["<?xml version='1.0'?><report><p>1</p></report>", "report", ""],
    ["<?xml version='1.0'?><!-- cut off", "", ""],
  ])("XML is told with its first element: %s", async (text, name, namespace) => {
    expect(await kindOf(text)).toEqual({ kind: "xml", root: { name, namespace } });
    expect(await kindOf(utf16(text))).toEqual({ kind: "xml", root: { name, namespace } });
  });
});
