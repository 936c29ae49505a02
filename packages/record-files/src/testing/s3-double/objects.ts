import { refused } from "./answers.ts";
import { type Answer, type Asked, type Bucket, isForbidden, tagOf } from "./bucket.ts";

/** Put, get, head and delete of one object. */
export function answerObject(bucket: Bucket, asked: Asked): Answer {
  const { method, key } = asked;
  switch (method) {
    case "PUT":
      return put(bucket, asked);
    case "DELETE":
      bucket.objects.delete(key);
      return { status: 204 };
    case "GET":
    case "HEAD":
      return get(bucket, asked);
    default:
      return refused("MethodNotAllowed");
  }
}

function put(bucket: Bucket, asked: Asked): Answer {
  const { key, body, header } = asked;
  if (isForbidden(bucket, key, asked)) return refused("PreconditionFailed");
  bucket.objects.set(key, { body, mark: header("x-amz-meta-mark") });
  return { status: 200, headers: { etag: tagOf(body) } };
}

function get({ objects }: Bucket, { key, header }: Asked): Answer {
  const found = objects.get(key);
  if (!found) return refused("NoSuchKey");
  const { body, mark } = found;
  const common = { etag: tagOf(body), ...(mark === undefined ? {} : { "x-amz-meta-mark": mark }) };
  const range = /^bytes=(\d+)-(\d+)$/.exec(header("range") ?? "");
  if (!range) return { status: 200, headers: { ...common, "content-length": body.length }, body };
  const from = Number(range[1]);
  if (from >= body.length) return refused("InvalidRange");
  const part = body.subarray(from, Number(range[2]) + 1);
  const where = `bytes ${from}-${from + part.length - 1}/${body.length}`;
  return {
    status: 206,
    headers: { ...common, "content-length": part.length, "content-range": where },
    body: part,
  };
}
