import { randomUUID } from "node:crypto";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { ok, refuse, type Result } from "@consilium/foundation";
import { untilAborted } from "../until-aborted.ts";
import { inParts } from "./in-parts.ts";
import { lookAt, settled } from "./own-object.ts";
import { putInParts } from "./put-in-parts.ts";
import { objectOf, type S3Place, sending } from "./s3-place.ts";

export interface Put {
  readonly place: S3Place;
  readonly id: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** Whether the store is known to honour `If-None-Match`. */
  readonly conditional: boolean;
  /** Longer streams go up in parts of this size; S3 takes at least 5 MiB and at most 10,000 of them. */
  readonly partBytes: number;
  readonly signal: AbortSignal | undefined;
}

/** See `BlobStore.put`. Two parts are in memory. */
export async function putObject(put: Put): Promise<Result<number, "exists">> {
  const { place, id, signal } = put;
  const target = { ...objectOf(place, id), ...(put.conditional ? { IfNoneMatch: "*" } : {}) };
  if (!put.conditional && (await lookAt(place, id))) return refuse("exists");
  const mark = randomUUID();
  const parts = inParts(untilAborted(put.source, signal), put.partBytes);
  try {
    const first = await parts.next();
    const second = await parts.next();
    if (first.done) return await putWhole(put, target, Buffer.alloc(0), mark);
    if (second.done) return await putWhole(put, target, first.value, mark);
    return await putInParts({ place, id, target, mark, signal }, first.value, second.value, parts);
  } finally {
    await parts.return();
  }
}

async function putWhole(
  { place, id, signal }: Put,
  target: { Bucket: string; Key: string; IfNoneMatch?: string },
  body: Buffer,
  mark: string,
): Promise<Result<number, "exists">> {
  const command = new PutObjectCommand({ ...target, Body: body, Metadata: { mark } });
  const outcome = await settled({ place, id, mark, signal }, () =>
    place.client.send(command, sending(signal)),
  );
  return outcome.ok ? ok(body.length) : outcome;
}
