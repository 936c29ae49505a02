/** Why an archive gave nothing, or not all of it. Closed: each has a sentence in the catalogue. */
export const archiveProblems = [
  /** No connection, no such host, a certificate that is not trusted. */
  "unreachable",
  /** No byte for too long, or not all in the time that there is. */
  "too-slow",
  /** It does not know us, or does not let us. */
  "credentials-refused",
  "not-found",
  /** It sends us to another address, which no operator has stated. */
  "elsewhere",
  "cut-off",
  /** Neither DICOM nor what DICOMweb says about it. */
  "not-dicom",
  /** Another instance than was asked for. */
  "other-instance",
  /** It names fewer images than it says that it has. */
  "incomplete",
  "too-large",
  /** Any other answer. */
  "failed",
  /** Ours, not the archive's: whoever asked may no longer. */
  "right-ended",
  /** Ours: the operator states this archive no longer, or not for this case. */
  "archive-removed",
] as const;

export type ArchiveProblem = (typeof archiveProblems)[number];

export class ArchiveFailure extends Error {
  override readonly name = "ArchiveFailure";
  readonly problem: ArchiveProblem;

  constructor(problem: ArchiveProblem, options?: ErrorOptions) {
    super(`The archive's answer: ${problem}`, options);
    this.problem = problem;
  }
}

const passing: ReadonlySet<ArchiveProblem> = new Set([
  "unreachable",
  "too-slow",
  "cut-off",
  "incomplete",
  "failed",
]);

/** What may be otherwise in a moment. */
export const mayPass = (problem: ArchiveProblem): boolean => passing.has(problem);
