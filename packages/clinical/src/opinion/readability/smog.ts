import type { Counts } from "./counts.ts";

/** The formula was made for samples of 30 sentences; below that it is an estimate. */
export const smogSentences = 30;

/** Years of school in the United States. McLaughlin, Journal of Reading 12 (1969), by his regression. English. */
export const smog = ({ sentences, manySyllables }: Counts): number =>
  3.1291 + 1.043 * Math.sqrt((manySyllables * smogSentences) / sentences);
