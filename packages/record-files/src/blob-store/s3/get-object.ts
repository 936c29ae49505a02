import { Readable } from "node:stream";
import { GetObjectCommand, S3ServiceException } from "@aws-sdk/client-s3";
import { BlobAbsent } from "../blob-store.ts";
import { objectOf, type S3Place, statusOf } from "./s3-place.ts";

const notSatisfiable = 416;

/** See `BlobStore.get`. Leaving the loop closes the connection. */
export async function* getObject(
  place: S3Place,
  id: string,
  from: number,
  length: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const command = new GetObjectCommand({
    ...objectOf(place, id),
    Range: `bytes=${from}-${from + length - 1}`,
  });
  const answer = await place.client.send(command).catch((cause: unknown) => {
    if (statusOf(cause) === notSatisfiable) return undefined;
    throw cause instanceof S3ServiceException && cause.name === "NoSuchKey"
      ? new BlobAbsent(id, { cause })
      : cause;
  });
  if (!answer) return;
  if (!(answer.Body instanceof Readable)) throw new Error("The store answered without a body");
  // A store that ignores ranges would give the file's beginning.
  if (!answer.ContentRange?.startsWith(`bytes ${from}-`)) {
    answer.Body.destroy();
    throw new Error("The store does not give ranges");
  }
  yield* answer.Body;
}
