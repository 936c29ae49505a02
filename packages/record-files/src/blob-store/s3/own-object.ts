import { DeleteObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import { ok, refuse, type Result } from "@consilium/foundation";
import { objectOf, type S3Place, statusOf } from "./s3-place.ts";

interface ObjectThere {
  readonly bytes: number;
  /** The random word of the put that stored it, by which that put knows its own object again. Nothing of the file is in it. */
  readonly mark: string | undefined;
}

/** `undefined` where there is no object. */
export async function lookAt(place: S3Place, id: string): Promise<ObjectThere | undefined> {
  try {
    const head = await place.client.send(new HeadObjectCommand(objectOf(place, id)));
    return { bytes: head.ContentLength ?? 0, mark: head.Metadata?.["mark"] };
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

export interface MarkedPut {
  readonly place: S3Place;
  readonly id: string;
  readonly mark: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * The last step of a put. Its answer may be lost after the object was stored; the client then asks again by itself and is told that
 * there is one. So where the step fails, what counts is what lies there: an object with this put's mark is its own.
 */
export async function settled(
  { place, id, mark, signal }: MarkedPut,
  step: () => Promise<unknown>,
): Promise<Result<true, "exists">> {
  try {
    await step();
    return ok(true);
  } catch (error) {
    const found = await lookAt(place, id).catch((cause: unknown) => {
      throw new AggregateError([error, cause], "A put failed, and whether its object lies there is unknown", {
        cause: error,
      });
    });
    const isOwn = found?.mark === mark;
    if (isOwn && !signal?.aborted) return ok(true);
    if (isOwn) await place.client.send(new DeleteObjectCommand(objectOf(place, id)));
    else if (statusOf(error) === 412) return refuse("exists");
    throw signal?.aborted ? signal.reason : error;
  }
}
