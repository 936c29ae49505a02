import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Clock } from "@consilium/foundation";
import type { S3Settings } from "../../blob-store/s3/s3-place.ts";
import { refused } from "./answers.ts";
import type { Answer, Asked, Bucket, OpenUpload, StoredObject } from "./bucket.ts";
import { answerObject } from "./objects.ts";
import { answerUpload, answerUploads } from "./uploads.ts";

interface S3DoubleOptions {
  readonly clock: Clock;
  /** As some stores do: what is put with `If-None-Match` overwrites all the same. */
  readonly ignoresConditions?: boolean;
}

export interface S3Double {
  readonly settings: S3Settings;
  /** By key, as they are stored. */
  readonly objects: ReadonlyMap<string, StoredObject>;
  readonly uploads: ReadonlyMap<string, OpenUpload>;
  /** Method and path of each request, in order. */
  readonly requests: readonly string[];
  /** The next object that is stored, whole or in parts, is stored; the connection breaks before the answer. */
  readonly loseNextAnswer: () => void;
  readonly stop: () => Promise<void>;
}

const bucketName = "sealed";

/**
 * A store that speaks as much S3 as `openS3Store` uses, in memory, with the bucket in the path. Signatures are not checked: what is
 * tested with it is what is stored, not who may.
 */
export async function startS3Double({
  clock,
  ignoresConditions = false,
}: S3DoubleOptions): Promise<S3Double> {
  const bucket: Bucket = { objects: new Map(), uploads: new Map(), ignoresConditions };
  const requests: string[] = [];
  let losesNext = false;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { name, asked } = await read(request);
    requests.push(`${asked.method} /${name}/${asked.key}`);
    const before = bucket.objects.get(asked.key);
    const { status, headers, body } =
      name === bucketName ? answerTo(bucket, asked, clock) : refused("NoSuchBucket");
    if (losesNext && bucket.objects.get(asked.key) !== before) {
      losesNext = false;
      request.socket.destroy();
      return;
    }
    response.writeHead(status, headers).end(asked.method === "HEAD" ? undefined : body);
  };
  const server = createServer((request, response) => {
    // A client that left in the middle of its request.
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    settings: settingsOf(portOf(server.address())),
    objects: bucket.objects,
    uploads: bucket.uploads,
    requests,
    loseNextAnswer: () => {
      losesNext = true;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const settingsOf = (port: number): S3Settings => ({
  endpoint: `http://127.0.0.1:${port}`,
  region: "us-east-1",
  bucket: bucketName,
  credentials: { accessKeyId: "double", secretAccessKey: "double" },
  pathStyle: true,
});

function answerTo(bucket: Bucket, asked: Asked, clock: Clock): Answer {
  const upload = asked.query.get("uploadId");
  if (asked.query.has("uploads")) return answerUploads(bucket, asked, clock);
  return upload === null ? answerObject(bucket, asked) : answerUpload(bucket, upload, asked);
}

async function read(request: IncomingMessage): Promise<{ name: string; asked: Asked }> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://double");
  const [, name = "", ...rest] = decodeURIComponent(pathname).split("/");
  return {
    name,
    asked: {
      method: request.method ?? "GET",
      key: rest.join("/"),
      query: searchParams,
      header: (wanted) => request.headersDistinct[wanted]?.join(),
      body: await buffer(request),
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("The double has no port");
  return address.port;
}
