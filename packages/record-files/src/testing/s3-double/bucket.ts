import { createHash } from "node:crypto";

export interface StoredObject {
  readonly body: Buffer;
  /** `x-amz-meta-mark`. */
  readonly mark: string | undefined;
}

export interface OpenUpload {
  readonly key: string;
  readonly mark: string | undefined;
  readonly begun: Date;
  readonly parts: Map<number, Buffer>;
}

export interface Bucket {
  readonly objects: Map<string, StoredObject>;
  readonly uploads: Map<string, OpenUpload>;
  readonly ignoresConditions: boolean;
}

/** A request to the bucket, read whole. */
export interface Asked {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: Buffer | string;
}

export const tagOf = (bytes: Buffer): string => `"${createHash("md5").update(bytes).digest("hex")}"`;

/** Whether the condition of a put forbids it. */
export const isForbidden = (bucket: Bucket, key: string, { header }: Asked): boolean =>
  header("if-none-match") === "*" && !bucket.ignoresConditions && bucket.objects.has(key);
