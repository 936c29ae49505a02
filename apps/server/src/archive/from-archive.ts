import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { ArchiveFailure, type ArchiveProblem } from "./archive-problem.ts";

const reasons: Readonly<Record<ArchiveProblem, RefusalReason>> = {
  unreachable: "archive-unreachable",
  "too-slow": "archive-too-slow",
  "credentials-refused": "archive-refuses-us",
  "not-found": "no-such-study",
  elsewhere: "archive-elsewhere",
  "cut-off": "archive-cut-off",
  "not-dicom": "archive-not-dicom",
  "other-instance": "archive-not-dicom",
  incomplete: "archive-not-dicom",
  "too-large": "archive-too-large",
  failed: "archive-failed",
  "right-ended": "no-right",
  "archive-removed": "no-such-archive",
};

/** What an archive answers while a person waits, or why not. */
export async function fromArchive<T>(
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<Result<T, RefusalReason>> {
  try {
    return ok(await ask(new AbortController().signal));
  } catch (error) {
    if (error instanceof ArchiveFailure) return refuse(reasons[error.problem]);
    throw error;
  }
}
