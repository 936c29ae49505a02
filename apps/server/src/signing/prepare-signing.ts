import { mayCommand, type Seat } from "@consilium/clinical";
import { documentId } from "@consilium/database";
import { canonicalJson, ok, refuse, type Result, sha256Hex } from "@consilium/foundation";
import type { Thread } from "@consilium/workspace";
import type * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { drawKeyImages, type KeyImages } from "../key-image/draw-key-images.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import type { Services } from "../services.ts";
import { readThreads } from "../thread/read-threads.ts";
import { checkOpinion, type OpenPoint } from "./open-points.ts";
import { type CaseRows, readCaseRows } from "./read-case-rows.ts";
import { readInputs, type SignedInput } from "./read-inputs.ts";
import { readWriters } from "./read-writers.ts";

/** All that a signature would cover at this moment, read before the transaction that holds and compares it. */
export interface Prepared {
  readonly opinionId: string;
  readonly content: Y.Doc;
  readonly inputs: readonly SignedInput[];
  readonly rows: CaseRows;
  readonly threads: readonly Thread[];
  readonly images: KeyImages;
  /** The seats that wrote it. */
  readonly writers: ReadonlySet<string>;
  readonly open: readonly OpenPoint[];
  /** How many points are met. */
  readonly met: number;
  /** Of all of it: whoever signs names what they have seen by it. */
  readonly basis: string;
}

/** As a clinician of the case sees them: what the care team said of a finding is said to the authors. */
const audiences = ["everyone", "clinicians"] as const;

export async function prepareSigning(
  services: Services,
  visit: Visit,
  opinionId: string,
): Promise<Result<Prepared, RefusalReason>> {
  const may = maySign(services, visit, opinionId);
  if (!may.ok) return may;
  const prepared = await prepare(services, visit, opinionId);
  return prepared ? ok(prepared) : refuse("no-such-document");
}

/** The same without asking who may sign. Undefined: the case has no such opinion. */
export async function prepare(
  services: Services,
  visit: Visit,
  opinionId: string,
): Promise<Prepared | undefined> {
  const { row, key } = visit;
  const read = await readInputs(services, row.id, opinionId);
  if (!read) return undefined;
  const rows = await readCaseRows(services.open.database, key, row);
  const reader = { seatId: visit.seat.id, audiences, ownOnly: false };
  const threads = await readThreads(services, visit, `opinion.${opinionId}`, reader);
  const { open, met } = await checkOpinion(read.content, rows, threads, services.now());
  const images = await drawKeyImages(services, visit, read.content, rows);
  const writers = await readWriters(services, key, documentId(row.id, `opinion.${opinionId}`));
  const basis = await sha256Hex(
    canonicalJson({
      inputs: read.inputs.map(({ name, sequence, digest }) => ({ name, sequence, digest })),
      rows: rows.digest,
      images: images.drawn.map(({ sha256, caption, alt }) => ({ sha256, caption, alt })),
      leftOut: images.leftOut.map(({ words, because }) => ({ words, because })),
    }),
  );
  return { opinionId, ...read, rows, threads, images, writers, open, met, basis };
}

export function maySign(
  services: Services,
  { seat, facts }: { readonly seat: Seat; readonly facts: Visit["facts"] },
  opinionId: string,
): Result<true, RefusalReason> {
  const object = opinionObject(opinionId)(facts);
  if (!object) return refuse("no-such-document");
  return mayCommand("sign, correct, retract", seat, facts, services.now(), object)
    ? ok(true)
    : refuse("no-right");
}
