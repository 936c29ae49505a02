/** Where sealed files lie: in the data folder, or in a bucket. */
export type BlobSettings = { readonly kind: "disk" } | ({ readonly kind: "s3" } & S3Bucket);

export interface S3Bucket {
  /** Undefined: Amazon's, of the region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** Undefined: what the environment or the machine's role gives. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** The bucket stands in the path, not in the host's name. */
  readonly pathStyle: boolean;
}

/** `S3_BUCKET` decides; a sentence for each value that does not go with it. */
export function readBlobSettings(environment: NodeJS.ProcessEnv, problems: string[]): BlobSettings {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = environment;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!bucket) {
    if (endpoint) problems.push("S3_ENDPOINT is set and S3_BUCKET is not: files need a bucket to lie in.");
    return { kind: "disk" };
  }
  if (endpoint && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ""))
    problems.push("S3_ENDPOINT must be an address that begins with https:// or http://.");
  if (!accessKeyId !== !secretAccessKey)
    problems.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: one of them is missing.");
  return {
    kind: "s3",
    bucket,
    endpoint: endpoint || undefined,
    region: region || "us-east-1",
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
    pathStyle: Boolean(endpoint),
  };
}
