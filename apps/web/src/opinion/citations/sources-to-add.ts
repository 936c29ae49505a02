import { type Citation, isSameCitation } from "@consilium/clinical";

export interface SourceToAdd {
  readonly citation: Citation;
  /** Which of the sources of the opinion it is already, from 1; undefined: it is new. */
  readonly known: number | undefined;
}

/** What a text brings, each source once, told from what the opinion has already. */
export function sourcesToAdd(
  read: readonly Citation[],
  present: readonly Citation[],
): readonly SourceToAdd[] {
  const isAgain = (citation: Citation, at: number) =>
    read.slice(0, at).some((one) => isSameCitation(one, citation));
  return read
    .filter((citation, at) => !isAgain(citation, at))
    .map((citation) => {
      const at = present.findIndex((one) => isSameCitation(one, citation));
      return { citation, known: at === -1 ? undefined : at + 1 };
    });
}
