import { createHash } from "node:crypto";
import { createUlid, type Random } from "@consilium/foundation";

export type DemoKind =
  | "organisation"
  | "person"
  | "case"
  | "seat"
  | "consent"
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
  | "share"
  | "attendance";

const made = Date.UTC(2026, 0, 1);

/** The same ULID for the same name at any time, so that a second seed and the tests know it. Names are those of the content. */
export function demoId(kind: DemoKind, name: string): string {
  return createUlid(made, randomOf(`${kind}/${name}`));
}

/** Enough for one ULID. */
function randomOf(name: string): Pick<Random, "below"> {
  const bytes = createHash("sha256").update(name).digest();
  let next = 0;
  return { below: (end) => bytes.readUInt8(next++) % end };
}

/** The Yjs client id under which somebody writes one document. Never 0. */
export const demoClient = (document: string, person: string): number =>
  (createHash("sha256").update(`client/${document}/${person}`).digest().readUInt32LE(0) >>> 1) + 1;

/** Annotations stand in the order of their ids, so theirs tell the time. The same for the same name and time. */
export const annotationId = (name: string, at: Date): string =>
  createUlid(at.getTime(), annotationRandom(name));

export const annotationRandom = (name: string): Pick<Random, "below"> => randomOf(`annotation/${name}`);
