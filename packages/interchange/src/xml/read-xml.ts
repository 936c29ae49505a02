import { SaxesParser } from "saxes";
import type { ImportRefusal } from "../fhir/import-refusal.ts";
import type { Read } from "../fhir/read-file.ts";
import { namedEntities } from "../html/entities.ts";
import { decodeXml } from "./decode-xml.ts";
import type { XmlElement } from "./xml-element.ts";
import { XmlTree } from "./xml-tree.ts";

export const xmlLimits = {
  /** A tree of elements takes more time and memory than JSON: 31 MiB took 11 s. */
  bytes: 24 * 1024 * 1024,
  /** Elements inside one another. */
  depth: 100,
  /** Elements and attributes in the whole file: what makes a small file large in memory. */
  values: 1_200_000,
} as const;

/** Signs that are parsed before it is asked whether to go on. */
const stretch = 64 * 1024;

/** Entities that a file declares itself are how a kilobyte becomes a gigabyte, or another file is read. */
const declaresEntities = (doctype: string): boolean => doctype.includes("[");

class Parsing {
  readonly tree = new XmlTree();
  fault: ImportRefusal | null = null;
  private values = 0;
  private readonly parser = new SaxesParser({ xmlns: false, position: true });

  constructor() {
    const { parser, tree } = this;
    // Names of HTML are written into XML by many systems that never declare them.
    for (const [name, sign] of namedEntities) parser.ENTITIES[name] ??= sign;
    parser.on("opentag", ({ name, attributes }) => this.open(name, Object.entries(attributes)));
    parser.on("closetag", () => tree.close());
    parser.on("text", (text) => tree.text(text));
    parser.on("cdata", (text) => tree.text(text));
    parser.on("doctype", (doctype) => {
      if (declaresEntities(doctype)) this.fail({ reason: "xml-entities" });
    });
    parser.on("error", () => this.fail({ reason: "not-xml", line: parser.line }));
  }

  parse(text: string): Read<XmlElement> {
    for (let place = 0; place < text.length && this.fault === null; place += stretch) {
      this.parser.write(text.slice(place, place + stretch));
    }
    const early = this.fault;
    if (early === null) this.parser.close();
    // What is amiss only at the end is that the end is missing.
    const refusal = early ?? (this.fault === null ? null : ({ reason: "truncated" } as const));
    const { root } = this.tree;
    if (refusal !== null) return { ok: false, refusal };
    return root === null ? { ok: false, refusal: { reason: "empty-file" } } : { ok: true, value: root };
  }

  private open(name: string, attributes: readonly [string, string][]): void {
    this.values += 1 + attributes.length;
    if (this.values > xmlLimits.values) this.fail({ reason: "too-many-values", most: xmlLimits.values });
    else if (this.tree.depth >= xmlLimits.depth) this.fail({ reason: "too-deep", most: xmlLimits.depth });
    if (this.fault === null) this.tree.open(name, attributes);
  }

  /** The first fault counts: the parser goes on to the end of its stretch, and what it meets there is a consequence. */
  private fail(refusal: ImportRefusal): void {
    this.fault ??= refusal;
  }
}

/**
 * Any XML as its root element, whole or not at all. Nothing outside the file is ever read and no declared entity is
 * expanded; size, depth and number of values are bounded.
 */
export function readXml(bytes: Uint8Array): Read<XmlElement> {
  if (bytes.length > xmlLimits.bytes) {
    return { ok: false, refusal: { reason: "too-large", bytes: bytes.length, most: xmlLimits.bytes } };
  }
  const decoded = decodeXml(bytes);
  if (!decoded.ok) return { ok: false, refusal: { reason: "unknown-encoding", encoding: decoded.encoding } };
  const text = decoded.text.trimStart();
  return text === "" ? { ok: false, refusal: { reason: "empty-file" } } : new Parsing().parse(text);
}
