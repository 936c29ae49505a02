import type { CaseDetail } from "./case-api.ts";

/** The document's name of the lead opinion where this seat works on the living draft; undefined where it reads a version, or nothing. */
export function draftOf({ opinions: [opinion] }: Pick<CaseDetail, "opinions">): string | undefined {
  if (!opinion || (opinion.read === "version" && opinion.version !== null)) return undefined;
  return `opinion.${opinion.id}`;
}
