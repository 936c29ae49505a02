import {
  AbortMultipartUploadCommand,
  type AbortMultipartUploadRequest,
  type S3Client,
} from "@aws-sdk/client-s3";
import { statusOf } from "./s3-place.ts";

/** Parts that are no object cost as much as one and are in no list of objects. Does nothing where they are gone or became one. */
export async function abandonUpload(
  client: S3Client,
  { Bucket, Key, UploadId }: AbortMultipartUploadRequest,
): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
