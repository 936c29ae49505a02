import { reportCode } from "@consilium/report";
import type { ManifestReport } from "../manifest/manifest.ts";

/** What a package says of a report, line by line: whether it stood when it was taken along, and where to ask whether it does now. */
export function standingLines({ n, digest, state, changedAt, check }: ManifestReport): readonly string[] {
  const code = reportCode(digest);
  const since = changedAt ? ` on ${shown(changedAt)}` : "";
  return [
    `Report ${n}, ${code}: ${sentenceOf(state, since)}`,
    check
      ? `  Whether it stands today: ${shown(check)}`
      : `  Whether it stands today: ask where it was taken from, by its code ${code}.`,
  ];
}

function sentenceOf(state: string, since: string): string {
  if (state === "current") return "stood when it was taken along.";
  if (state === "superseded") return `had been corrected${since}. This version no longer stands.`;
  if (state === "retracted") return `had been retracted${since}. Do not rely on it.`;
  return `had the state ${shown(state)} when it was taken along. This command does not know it.`;
}

/** A manifest may hold anything: control signs would write over the lines of this page. */
export const shown = (words: string): string => JSON.stringify(words);
