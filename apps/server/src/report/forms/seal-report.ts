import { type Report, wordsIn } from "@consilium/report";
import { askTimeStamp, sealPdf, TimeStampError } from "@consilium/report/pdf";
import type { Seal } from "./seal.ts";

/** A report on paper, sealed. */
export interface SealedReport {
  readonly bytes: Uint8Array;
  /** The authority that should say when it was sealed gave no time stamp: the seal says so, and this file is not kept. */
  readonly lacksStamp: boolean;
}

export interface Sealing {
  readonly seal: Seal;
  readonly now: () => Date;
  /** For the operator. */
  readonly failed: (cause: unknown) => void;
}

/**
 * The server's seal on a report, with a time stamp where an authority is stated. Where that gives none the report is sealed with the
 * server's own time, and its reason says that: a doctor who needs the report does not wait for somebody else's server.
 */
export async function sealReport(
  pdf: Uint8Array,
  report: Report,
  { seal, now, failed }: Sealing,
): Promise<SealedReport> {
  const words = {
    reason: report.statement,
    name: report.signers.map(({ name }) => name).join(", "),
    at: now(),
  };
  if (seal.stampUrl === undefined) return { bytes: await sealPdf(pdf, seal.key, words), lacksStamp: false };
  try {
    const stamp = askTimeStamp(seal.stampUrl);
    return { bytes: await sealPdf(pdf, seal.key, { ...words, stamp }), lacksStamp: false };
  } catch (error) {
    if (!(error instanceof TimeStampError)) throw error;
    failed(error);
    const reason = wordsIn(report.zone).t("printed.noTimeStamp", { statement: report.statement });
    return { bytes: await sealPdf(pdf, seal.key, { ...words, reason }), lacksStamp: true };
  }
}
