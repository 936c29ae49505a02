import { asNode, type Node, line } from "../json/node.ts";
import { parseJson } from "../json/parse-json.ts";
import { scanJson } from "../json/scan-json.ts";
import { xmlRoot } from "../xml/xml-root.ts";
import type { ImportRefusal } from "./import-refusal.ts";
import { readFhirXml } from "./xml/read-fhir-xml.ts";

/** An export of an adult by Synthea reaches 30 MB. Read in 5 s within 410 MiB of memory; 47 MiB took the heap to its bound. */
export const importLimits = { bytes: 40 * 1024 * 1024, depth: 50, values: 2_000_000 } as const;

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: ImportRefusal };

/** Of every type that FHIR has. A number is read as its digits, and is none. */
const isTypeName = /^[A-Z][A-Za-z]+$/;

const refused = (refusal: ImportRefusal): { readonly ok: false; readonly refusal: ImportRefusal } => ({
  ok: false,
  refusal,
});

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Size, encoding, kind of file, depth and number of values are settled before anything is parsed. */
export function readResource(bytes: Uint8Array): Read<Node> {
  if (bytes.length > importLimits.bytes) {
    return refused({ reason: "too-large", bytes: bytes.length, most: importLimits.bytes });
  }
  return xmlRoot(bytes) === undefined ? readJson(bytes) : readFhirXml(bytes);
}

function readJson(bytes: Uint8Array): Read<Node> {
  const decoded = decode(bytes);
  if (decoded === null) return refused({ reason: "not-utf-8" });
  const text = decoded.trimStart();
  if (text === "") return refused({ reason: "empty-file" });
  // Cut off before the first element has its name.
  if (text.startsWith("<")) return readFhirXml(bytes);
  if (!text.startsWith("{")) return refused({ reason: text.startsWith("[") ? "not-fhir" : "not-json" });
  const shape = scanJson(bytes, importLimits);
  if (shape.kind === "too-deep") return refused({ reason: "too-deep", most: importLimits.depth });
  if (shape.kind === "too-many-values")
    return refused({ reason: "too-many-values", most: importLimits.values });
  if (shape.kind === "cut-off") return refused({ reason: "truncated" });
  const value = parseJson(text);
  if (value === undefined) return refused({ reason: "not-json" });
  const resource = asNode(value);
  return resource === null || !isTypeName.test(line(resource, "resourceType") ?? "")
    ? refused({ reason: "not-fhir" })
    : { ok: true, value: resource };
}
