import { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { checkBlobId } from "../blob-store.ts";

/**
 * The account needs to put, get and delete objects and to abort and list uploads in parts. It must also be allowed to list the bucket:
 * without that S3 answers 403 instead of 404 where there is no object.
 */
export interface S3Settings {
  /** Absent: Amazon's, of the region. */
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  /** Absent: what the environment or the machine's role gives. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The bucket in the path instead of the host's name, as most stores other than Amazon's want it. */
  readonly pathStyle?: boolean;
  /** Before each id, such as `consilium/`. */
  readonly prefix?: string;
}

/** Milliseconds to a connection, and without a byte on one: a store that hangs is not waited for without end. */
const timeouts = { connectionTimeout: 5_000, socketTimeout: 120_000 };

/** A bucket, and where in it. */
export interface S3Place {
  readonly client: S3Client;
  readonly bucket: string;
  readonly prefix: string;
}

export const openPlace = ({
  endpoint,
  region,
  bucket,
  credentials,
  pathStyle,
  prefix,
}: S3Settings): S3Place => ({
  client: new S3Client({
    region,
    forcePathStyle: pathStyle ?? false,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    requestHandler: timeouts,
    // Stores that are not Amazon's refuse the checksums of newer clients. The signature covers the body's hash, and what is read
    // is proven by its seal.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  }),
  bucket,
  prefix: prefix ?? "",
});

/** Bucket and key of a blob, as each command takes them. */
export function objectOf({ bucket, prefix }: S3Place, id: string): { Bucket: string; Key: string } {
  checkBlobId(id);
  return { Bucket: bucket, Key: prefix + id };
}

/** The HTTP status with which the store refused; `undefined` where it did not answer. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** How a command is sent that a signal may end. */
export const sending = (signal: AbortSignal | undefined) => (signal ? { abortSignal: signal } : {});
