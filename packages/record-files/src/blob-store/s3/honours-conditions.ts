import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { abandonUpload } from "./abandon-upload.ts";
import { objectOf, type S3Place, statusOf } from "./s3-place.ts";

const Body = Buffer.from("This is a test of the store.");

/**
 * Whether the store refuses to put an object where there is one, when it is asked to: whole and in parts. There are stores that
 * ignore the condition and overwrite. `id` is of the test's own; nothing is there afterwards.
 */
export async function honoursConditions(place: S3Place, id: string): Promise<boolean> {
  const object = objectOf(place, id);
  try {
    await place.client.send(new PutObjectCommand({ ...object, Body }));
    const again = new PutObjectCommand({ ...object, Body, IfNoneMatch: "*" });
    if (!(await isRefused(place.client.send(again)))) return false;
    return await refusesParts(place, object);
  } finally {
    await place.client.send(new DeleteObjectCommand(object));
  }
}

async function refusesParts({ client }: S3Place, object: { Bucket: string; Key: string }): Promise<boolean> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(object));
  const upload = { ...object, UploadId };
  try {
    const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body }));
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    const complete = new CompleteMultipartUploadCommand({ ...upload, MultipartUpload, IfNoneMatch: "*" });
    return await isRefused(client.send(complete));
  } finally {
    await abandonUpload(client, upload);
  }
}

/** A store that does not know the condition may answer with another error, such as 501: then it is not to be asked for it. */
const isRefused = (sent: Promise<unknown>): Promise<boolean> =>
  sent.then(
    () => false,
    (error: unknown) => {
      const status = statusOf(error);
      if (status === undefined) throw error;
      return status === 412;
    },
  );
