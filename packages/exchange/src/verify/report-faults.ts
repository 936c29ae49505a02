import { canonicalJson, sha256Hex } from "@consilium/foundation";
import type { Manifest, ManifestReport } from "../manifest/manifest.ts";
import { isObject } from "../manifest/shape.ts";
import type { Contents } from "./contents.ts";
import type { ExportFault } from "./verify-export.ts";
import { wholeOf } from "./whole-of.ts";

/** A form of a report with all its pictures. */
const largestForm = 256 * 2 ** 20;

/**
 * Whether each signed report is what was signed: its canonical JSON has the digest, the page prints it, and the FHIR document holds
 * the same bytes. (A PDF prints it as well; whether that was changed its own seal says.)
 */
export async function reportFaults(
  { reports }: Pick<Manifest, "reports">,
  contents: Contents,
): Promise<readonly ExportFault[]> {
  const faults: ExportFault[] = [];
  for (const report of reports) {
    const wrong = await wrongForms(report, (path) => wholeOf(contents.read(path), largestForm));
    faults.push(...wrong.map((path): ExportFault => ({ path, fault: "digest" })));
  }
  return faults;
}

type Read = (path: string) => Promise<Uint8Array | undefined>;

async function wrongForms(
  { digest, json, html, fhir }: ManifestReport,
  read: Read,
): Promise<readonly string[]> {
  const [signed, page, bundle] = [
    textOf(await read(json)),
    textOf(await read(html)),
    textOf(await read(fhir)),
  ];
  const isSigned = isCanonical(signed) && (await sha256Hex(signed)) === digest;
  return [
    ...(isSigned ? [] : [json]),
    ...(page.includes(digest) ? [] : [html]),
    ...(holds(bundle, signed) ? [] : [fhir]),
  ];
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function holds(bundle: string, signed: string): boolean {
  const data = Buffer.from(signed).toString("base64");
  try {
    const value: unknown = JSON.parse(bundle);
    const entries = isObject(value) && Array.isArray(value["entry"]) ? value["entry"] : [];
    return entries.some(
      (entry: unknown) =>
        isObject(entry) && isObject(entry["resource"]) && entry["resource"]["data"] === data,
    );
  } catch {
    return false;
  }
}
