import { createHash } from "node:crypto";
import { ok, refuse, type Result } from "@consilium/foundation";
import { namedInstance } from "@consilium/interchange";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { beginDelivery, cancelDelivery, completeDelivery, dropDelivery } from "../delivery/deliver.ts";
import { spoolFile, type SpoolingParts } from "../delivery/spool-file.ts";
import { NoLongerAllowed } from "../delivery/while-allowed.ts";
import {
  type MultipartLimits,
  type MultipartProblem,
  MultipartRefusal,
  readParts,
  type ReceivedPart,
} from "./read-multipart.ts";

const mebi = 2 ** 20;

/** A part is as large as a file may be that is read as DICOM; all of them as one upload, and as many as half a spool. */
export const stowLimits: MultipartLimits = { partBytes: 256 * mebi, allBytes: 8192 * mebi, parts: 10_000 };

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
  /** By path, where the file's header says it. */
  readonly named: ReadonlyMap<string, NamedInstance>;
  /** Parts that say that they are something else than DICOM. They are in no delivery. */
  readonly otherParts: number;
}

export type NamedInstance = NonNullable<ReturnType<typeof namedInstance>>;

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
    const received = await spoolParts(parts, deliveryId, readParts(body, boundary, stowLimits));
    const files = received.digests.size;
    const complete = files > 0 && (await completeDelivery(services, visit, deliveryId, files));
    if (complete && complete.ok) return ok({ deliveryId, ...received });
    await cancelDelivery(services, visit, deliveryId);
    if (complete) return complete;
    return received.otherParts > 0 ? ok({ deliveryId, ...received }) : refuse("malformed-request");
  } catch (error) {
    if (error instanceof NoLongerAllowed) {
      await dropDelivery(services, visit, deliveryId);
      return refuse(error.reason);
    }
    await cancelDelivery(services, visit, deliveryId);
    if (error instanceof MultipartRefusal) return refuse(reasons[error.problem]);
    throw error;
  }
}

/** A part that does not say its type is taken for what was announced. */
const isDicom = ({ type = "application/dicom" }: ReceivedPart): boolean => type === "application/dicom";

async function spoolParts(
  parts: ReceivingParts,
  deliveryId: string,
  received: AsyncIterable<ReceivedPart>,
): Promise<Omit<ReceivedInstances, "deliveryId">> {
  const digests = new Map<string, string>();
  const named = new Map<string, NamedInstance>();
  let otherParts = 0;
  for await (const part of received) {
    if (!isDicom(part)) {
      otherParts += 1;
      continue;
    }
    const path = `instance-${String(digests.size + 1).padStart(5, "0")}.dcm`;
    await spoolFile(parts, { key: parts.visit.key, deliveryId, path }, part.content);
    digests.set(path, digestOf(part.content));
    const says = namedInstance(part.content);
    if (says) named.set(path, says);
  }
  return { digests, named, otherParts };
}

const preambleBytes = 128;

/** A DICOM file is kept with an empty preamble. */
function digestOf(content: Buffer): string {
  const hasPreamble = content.toString("latin1", preambleBytes, preambleBytes + 4) === "DICM";
  const hash = createHash("sha256");
  if (!hasPreamble) return hash.update(content).digest("hex");
  return hash.update(Buffer.alloc(preambleBytes)).update(content.subarray(preambleBytes)).digest("hex");
}
