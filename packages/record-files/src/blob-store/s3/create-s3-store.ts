import {
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
} from "@aws-sdk/client-s3";
import { type Clock, createUlid, secureRandom } from "@consilium/foundation";
import { type BlobStore, checkBlobId, checkBlobRange } from "../blob-store.ts";
import { roundTrip } from "../round-trip.ts";
import { abandonUpload } from "./abandon-upload.ts";
import { getObject } from "./get-object.ts";
import { honoursConditions } from "./honours-conditions.ts";
import { lookAt } from "./own-object.ts";
import { putObject } from "./put-object.ts";
import { objectOf, openPlace, type S3Place, type S3Settings } from "./s3-place.ts";

const defaultPartBytes = 8 * 2 ** 20;

export interface S3StoreOptions {
  readonly clock: Clock;
  /** At least 5 MiB, of which an object has at most 10,000. */
  readonly partBytes?: number;
}

/** Until a probe has proven that the store honours conditions, each put looks whether there is a blob first. */
export function createS3Store(
  settings: S3Settings,
  { clock, partBytes = defaultPartBytes }: S3StoreOptions,
): BlobStore {
  const place = openPlace(settings);
  const newId = () => createUlid(clock().getTime(), secureRandom);
  let conditional = false;

  const store: Omit<BlobStore, "probe"> = {
    put: (id, source, signal) => putObject({ place, id, source, conditional, partBytes, signal }),
    get: (id, from, length) => {
      checkBlobId(id);
      checkBlobRange(from, length);
      return getObject(place, id, from, length);
    },
    size: async (id) => (await lookAt(place, id))?.bytes,
    delete: async (id) => {
      await place.client.send(new DeleteObjectCommand(objectOf(place, id)));
    },
    sweep: (before) => sweep(place, before),
  };

  const probe: BlobStore["probe"] = async () => {
    try {
      conditional = await honoursConditions(place, newId());
      await roundTrip(store, newId());
      return { works: true, overwriting: conditional ? "refused" : "looked-for" };
    } catch (cause) {
      return { works: false, cause };
    }
  };
  return { ...store, probe };
}

async function sweep({ client, bucket, prefix }: S3Place, before: Date): Promise<number> {
  let count = 0;
  let after: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {};
  while (after) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix, ...after }),
    );
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!Initiated || Initiated >= before) continue;
      await abandonUpload(client, { Bucket: bucket, Key, UploadId });
      count += 1;
    }
    const { NextKeyMarker, NextUploadIdMarker } = page;
    after =
      page.IsTruncated === true && NextKeyMarker !== undefined
        ? {
            KeyMarker: NextKeyMarker,
            ...(NextUploadIdMarker === undefined ? {} : { UploadIdMarker: NextUploadIdMarker }),
          }
        : undefined;
  }
  return count;
}
