import { createHash } from "node:crypto";
import { createUlid } from "@consilium/foundation";

export type DemoKind =
  | "organisation"
  | "person"
  | "case"
  | "seat"
  | "lifecycle"
  | "clock"
  | "pause"
  | "request"
  | "question"
  | "record"
  | "series"
  | "point"
  | "entry"
  | "document"
  | "item"
  | "evidence"
  | "annotation"
  | "share";

const made = Date.UTC(2026, 0, 1);

/** The same ULID for the same name at any time, so that a second seed and the tests know it. Names are those of the content. */
export function demoId(kind: DemoKind, name: string): string {
  const bytes = createHash("sha256").update(`${kind}/${name}`).digest();
  let at = 0;
  return createUlid(made, { below: (end) => bytes.readUInt8(at++) % end });
}

/** The Yjs client id under which somebody writes one document. Never 0. */
export const demoClient = (document: string, person: string): number =>
  (createHash("sha256").update(`client/${document}/${person}`).digest().readUInt32LE(0) >>> 1) + 1;
