import { gzipSync } from "node:zlib";
import { writeDicom, type WrittenElement } from "@consilium/interchange";
import { makePng, makeZip } from "@consilium/record-import/testing";

export interface HostileFile {
  readonly name: string;
  /** In the table. */
  readonly words: string;
  readonly path: string;
  readonly content: () => Uint8Array;
}

const mebi = 2 ** 20;

/** Each is small on its way and means no good; none of them may become a record. */
export const hostileFiles: readonly HostileFile[] = [
  {
    name: "zip-bomb",
    words: "a zip of 64 files of 16 MiB, a thousand times its size",
    path: "bomb.zip",
    content: () => {
      const content = Buffer.alloc(16 * mebi);
      return makeZip(Array.from({ length: 64 }, (_, at) => ({ name: `${at}.txt`, content })));
    },
  },
  {
    name: "gzip-bomb",
    words: "a gzip of 1 GiB, which does not say so",
    path: "bomb.gz",
    content: () => gzipSync(Buffer.alloc(1024 * mebi), { level: 1 }),
  },
  {
    name: "png-50000",
    words: "a PNG of 50,000 pixels each way",
    path: "wide.png",
    content: () => makePng(50_000, 50_000, undefined, 2000),
  },
  {
    name: "zips-in-zips",
    words: "a zip in a zip, forty deep",
    path: "deep.zip",
    content: () => nestedZips(40),
  },
  {
    name: "json-deep",
    words: "FHIR of two million lists inside one another",
    path: "deep.json",
    content: () => Buffer.from(`{"resourceType":"Bundle","entry":${"[".repeat(2 * mebi)}`),
  },
  {
    name: "xml-deep",
    words: "a C-CDA of a million elements inside one another",
    path: "deep.xml",
    content: () => Buffer.from(`<ClinicalDocument xmlns="urn:hl7-org:v3">${"<a>".repeat(mebi)}`),
  },
  {
    name: "dicom-deep",
    words: "DICOM of 200,000 sequences inside one another",
    path: "deep.dcm",
    content: () => Buffer.concat([writeDicom(uids), Buffer.alloc(200_000 * sequence.length, sequence)]),
  },
];

function nestedZips(depth: number): Uint8Array {
  let content: Uint8Array = Buffer.from("Stable.");
  let name = "letter.txt";
  for (let level = 0; level < depth; level += 1) {
    content = makeZip([{ name, content }]);
    name = `${level}.zip`;
  }
  return content;
}

const uids: readonly WrittenElement[] = [
  { tag: 0x00080016, vr: "UI", value: "1.2.840.10008.5.1.4.1.1.2" },
  { tag: 0x00080018, vr: "UI", value: "2.25.81" },
  { tag: 0x0020000d, vr: "UI", value: "2.25.82" },
  { tag: 0x0020000e, vr: "UI", value: "2.25.83" },
];

/** (0040,A730) and its first item, of which neither says where it ends. */
const sequence = Buffer.from("400030a7 5351 0000 ffffffff feff00e0 ffffffff".replaceAll(" ", ""), "hex");
