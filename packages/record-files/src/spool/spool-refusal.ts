import { ERRORS } from "@tus/server";

/** Why the spool refuses, and what tus answers then. */
const answers = {
  /** There is no such upload, or it was removed while it was written. */
  "not-found": ERRORS.FILE_NOT_FOUND,
  "already-there": { status_code: 409, body: "There is an upload of this id\n" },
  "size-missing": ERRORS.INVALID_LENGTH,
  "offset-conflict": ERRORS.INVALID_OFFSET,
  "longer-than-said": ERRORS.ERR_SIZE_EXCEEDED,
  "file-too-large": ERRORS.ERR_MAX_SIZE_EXCEEDED,
  "description-too-large": { status_code: 413, body: "Upload-Metadata is too large\n" },
  // 507 is tried again by clients, 413 is not: these end when others' uploads were read.
  "spool-full": { status_code: 507, body: "There is no room for this upload now\n" },
  "too-many-uploads": { status_code: 507, body: "There are too many uploads now\n" },
  /** What was asked for can be read only once the upload is whole. */
  unfinished: { status_code: 409, body: "The upload is not finished\n" },
} as const;

export type SpoolReason = keyof typeof answers;

/** Thrown, because that is how a store refuses towards tus. `status_code` and `body` are the names it looks for. */
export class SpoolRefusal extends Error {
  override readonly name = "SpoolRefusal";
  readonly reason: SpoolReason;
  readonly status_code: number;
  readonly body: string;

  constructor(reason: SpoolReason, options?: ErrorOptions) {
    super(`The spool refuses: ${reason}`, options);
    this.reason = reason;
    this.status_code = answers[reason].status_code;
    this.body = answers[reason].body;
  }
}

/** The bytes on the disk are not what was written there under this key. Not a refusal: the person cannot mend it. */
export class SpoolDamage extends Error {
  override readonly name = "SpoolDamage";
}
