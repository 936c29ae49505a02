import { type CaseKey, correctionsOfCase, reportsOfCase, seatsThatWrote } from "@consilium/database";
import type { Services } from "../services.ts";

/** A correction begins as a copy that is booked as of whoever began it, in one row: who wrote that stands in the log of the original. */
const copied = 1;

/** The seats that wrote an opinion, with those that wrote what it corrects. */
export async function readWriters(
  { open: { database } }: Pick<Services, "open">,
  key: CaseKey,
  document: string,
): Promise<ReadonlySet<string>> {
  const corrections = await correctionsOfCase(database, key);
  const reports = await reportsOfCase(database, key);
  const writers = new Set<string>();
  let next: string | undefined = document;
  while (next !== undefined) {
    const of: string = next;
    const corrected = corrections.find(({ documentId }) => documentId === of);
    for (const seat of await seatsThatWrote(database, of, corrected ? copied : 0)) writers.add(seat);
    next = corrected && reports.find(({ id }) => id === corrected.reportId)?.documentId;
  }
  return writers;
}
