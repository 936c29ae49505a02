import type { EvidenceUse } from "@consilium/workspace";
import { withRecordBeside } from "../record-beside-text.ts";

/** The address of a sentence of the opinion; the record lies beside it where there is room for both. */
export const withSentence =
  ({ key, id }: EvidenceUse, record: string | undefined) =>
  <Search extends object>(now: Search) => ({
    ...withRecordBeside(record)(now),
    evidence: record === undefined ? undefined : id,
    thread: undefined,
    sentence: key,
  });

/** The sentence was shown: pressing the same link again shows it again. */
export const withoutSentence = <Search extends object>(now: Search) => ({ ...now, sentence: undefined });
