import { createHash } from "node:crypto";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { beginDelivery, cancelDelivery, completeDelivery } from "../delivery/deliver.ts";
import { spoolFile, type SpoolingParts } from "../delivery/spool-file.ts";
import {
  type MultipartLimits,
  type MultipartProblem,
  MultipartRefusal,
  readParts,
} from "./read-multipart.ts";

const mebi = 2 ** 20;

/** A part is as large as a file may be that is read as DICOM; all of them as one upload, and as many as half a spool. */
const limits: MultipartLimits = { partBytes: 256 * mebi, allBytes: 8192 * mebi, parts: 10_000 };

const reasons: Readonly<Record<MultipartProblem, RefusalReason>> = {
  "cut-off": "truncated",
  damaged: "malformed-request",
  "too-large": "too-big",
  "too-many-parts": "too-big",
};

export interface ReceivedInstances {
  readonly deliveryId: string;
  /** By path in the delivery: the digest that the file has once it is kept as it came. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface ReceivingParts extends SpoolingParts {
  readonly visit: Visit;
}

/** Each part becomes a file of one delivery, sealed as an upload is. All of them are read, or nothing of them stays. */
export async function receiveInstances(
  parts: ReceivingParts,
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): Promise<Result<ReceivedInstances, RefusalReason>> {
  const { services, visit } = parts;
  const deliveryId = services.createId();
  const begun = await beginDelivery(services, visit, deliveryId);
  if (!begun.ok) return begun;
  try {
    const digests = new Map<string, string>();
    for await (const content of readParts(body, boundary, limits)) {
      const path = `instance-${String(digests.size + 1).padStart(5, "0")}.dcm`;
      await spoolFile(parts, { key: visit.key, deliveryId, path }, content);
      digests.set(path, digestOf(content));
    }
    const complete = await completeDelivery(services, visit, deliveryId, digests.size);
    if (complete.ok) return ok({ deliveryId, digests });
    await cancelDelivery(services, visit, deliveryId);
    return digests.size === 0 ? refuse("malformed-request") : complete;
  } catch (error) {
    await cancelDelivery(services, visit, deliveryId);
    if (error instanceof MultipartRefusal) return refuse(reasons[error.problem]);
    throw error;
  }
}

const preambleBytes = 128;

/** A DICOM file is kept with an empty preamble. */
function digestOf(content: Buffer): string {
  const hasPreamble = content.toString("latin1", preambleBytes, preambleBytes + 4) === "DICM";
  const hash = createHash("sha256");
  if (!hasPreamble) return hash.update(content).digest("hex");
  return hash.update(Buffer.alloc(preambleBytes)).update(content.subarray(preambleBytes)).digest("hex");
}
