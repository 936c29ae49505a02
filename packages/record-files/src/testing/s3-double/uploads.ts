import { randomUUID } from "node:crypto";
import type { Clock } from "@consilium/foundation";
import { refused, xml } from "./answers.ts";
import { type Answer, type Asked, type Bucket, isForbidden, tagOf } from "./bucket.ts";

/** `?uploads`: begin one, or list those that are open. */
export function answerUploads(bucket: Bucket, { method, key, query, header }: Asked, clock: Clock): Answer {
  if (method === "POST") {
    const id = randomUUID();
    bucket.uploads.set(id, { key, mark: header("x-amz-meta-mark"), begun: clock(), parts: new Map() });
    return xml("InitiateMultipartUploadResult", [
      ["Key", key],
      ["UploadId", id],
    ]);
  }
  return list(bucket, query);
}

/** One a page, so that whoever lists has to turn them. */
function list({ uploads }: Bucket, query: URLSearchParams): Answer {
  const after = query.get("upload-id-marker");
  const [next, ...more] = [...uploads]
    .filter(([id, { key }]) => key.startsWith(query.get("prefix") ?? "") && (after === null || id > after))
    .toSorted(([one], [two]) => (one < two ? -1 : 1));
  if (!next) return xml("ListMultipartUploadsResult", [["IsTruncated", "false"]]);
  const [id, { key, begun }] = next;
  return xml("ListMultipartUploadsResult", [
    ["IsTruncated", String(more.length > 0)],
    ["NextKeyMarker", key],
    ["NextUploadIdMarker", id],
    [
      "Upload",
      [
        ["Key", key],
        ["UploadId", id],
        ["Initiated", begun.toISOString()],
      ],
    ],
  ]);
}

/** `?uploadId=`: a part, all of them made one object, or none of it. */
export function answerUpload(bucket: Bucket, id: string, asked: Asked): Answer {
  const upload = bucket.uploads.get(id);
  if (upload?.key !== asked.key) return refused("NoSuchUpload");
  switch (asked.method) {
    case "PUT":
      upload.parts.set(Number(asked.query.get("partNumber")), asked.body);
      return { status: 200, headers: { etag: tagOf(asked.body) } };
    case "DELETE":
      bucket.uploads.delete(id);
      return { status: 204 };
    case "POST":
      return complete(bucket, id, asked);
    default:
      return refused("MethodNotAllowed");
  }
}

function complete(bucket: Bucket, id: string, asked: Asked): Answer {
  const upload = bucket.uploads.get(id);
  if (!upload) return refused("NoSuchUpload");
  if (isForbidden(bucket, upload.key, asked)) return refused("PreconditionFailed");
  const named = [...asked.body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)];
  const parts = named.map(([, number]) => upload.parts.get(Number(number)));
  const bytes = parts.filter((part) => part !== undefined);
  if (parts.length === 0 || bytes.length < parts.length) return refused("InvalidPart");
  const body = Buffer.concat(bytes);
  bucket.uploads.delete(id);
  bucket.objects.set(upload.key, { body, mark: upload.mark });
  return xml("CompleteMultipartUploadResult", [
    ["Key", upload.key],
    ["ETag", tagOf(body)],
  ]);
}
