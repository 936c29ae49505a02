import {
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { ok, type Result } from "@consilium/foundation";
import { abandonUpload } from "./abandon-upload.ts";
import { type MarkedPut, settled } from "./own-object.ts";
import { sending } from "./s3-place.ts";

interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly IfNoneMatch?: string;
}

/** One part after the other; an object is there only after the last step. */
export async function putInParts(
  put: MarkedPut & { readonly target: Target },
  first: Buffer,
  second: Buffer,
  rest: AsyncGenerator<Buffer, void, undefined>,
): Promise<Result<number, "exists">> {
  const { target, mark, signal } = put;
  const { client } = put.place;
  const { Bucket, Key } = target;
  const begin = new CreateMultipartUploadCommand({ Bucket, Key, Metadata: { mark } });
  const { UploadId } = await client.send(begin, sending(signal));
  const Parts: CompletedPart[] = [];
  let bytes = 0;
  const send = async (body: Buffer): Promise<void> => {
    const PartNumber = Parts.length + 1;
    const part = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: body });
    const { ETag } = await client.send(part, sending(signal));
    Parts.push({ PartNumber, ETag });
    bytes += body.length;
  };
  let outcome: Result<true, "exists"> | undefined;
  try {
    await send(first);
    await send(second);
    for await (const body of rest) await send(body);
    const complete = new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts } });
    outcome = await settled(put, () => client.send(complete, sending(signal)));
    return outcome.ok ? ok(bytes) : outcome;
  } finally {
    if (!outcome?.ok) await abandonUpload(put.place.client, { Bucket, Key, UploadId });
  }
}
