/** Why stored bytes were not handed out: they are of another kind, end too early, or are not what was sealed for this place. */
export type SealedFileReason = "not-a-sealed-file" | "cut-short" | "not-authentic";

/** Thrown, because it is found when the first bytes may be on their way already. */
export class SealedFileError extends Error {
  override readonly name = "SealedFileError";
  readonly reason: SealedFileReason;

  constructor(reason: SealedFileReason, options?: ErrorOptions) {
    super(`The stored file is refused: ${reason}`, options);
    this.reason = reason;
  }
}
