import type { Outcome } from "../delivery-reading.ts";

/**
 * What becomes of a real file that is delivered alone, or with those beside it that it belongs to: kinds of record, and
 * what is said with them: the reason, then what was not understood, by reason.
 */
export type SharedFile = readonly [path: string, is: Outcome["is"], becomes: string, said: string];

/** As a line of the table in docs/records.md. */
export const inTable = ([path, is, becomes, said]: SharedFile): readonly string[] => [
  path,
  is === "kept" ? becomes : is.replace("-", " "),
  said,
];

/** All files of the folder that CONSILIUM_SHARED_DATA names which could be a patient's. */
export const sharedFiles: readonly SharedFile[] = [];
