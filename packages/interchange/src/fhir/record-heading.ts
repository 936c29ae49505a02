import type { ClinicalRecord, Concept, Edition, PartialDate } from "@consilium/clinical";
import type { Reading } from "./reading.ts";

interface Given {
  readonly title: string;
  readonly date: PartialDate | null;
  readonly source?: string | null;
  readonly author?: string | null;
  readonly language?: string | null;
  readonly code?: Concept | null;
  /** Where it says more of its versions than the file does. */
  readonly edition?: Edition | undefined;
}

const mostLetters = 200;

/** A title on one line, cut between letters where it is endless. */
export function recordTitle(title: string): string {
  const letters = Array.from(
    title
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 2 * mostLetters),
  );
  return letters.length <= mostLetters ? letters.join("") : `${letters.slice(0, mostLetters - 1).join("")}…`;
}

/** What every imported record has. Nobody has yet judged whether it reveals the first opinion: the coordinator does. */
export function recordHeading(reading: Reading, given: Given): Omit<ClinicalRecord, "kind" | "content"> {
  const edition = given.edition ?? reading.edition;
  return {
    id: reading.createId(),
    title: recordTitle(given.title) || "Untitled",
    date: given.date,
    source: given.source ?? reading.source,
    author: given.author ?? null,
    language: given.language ?? null,
    code: given.code ?? null,
    revealsFirstOpinion: false,
    ...(edition && { edition }),
  };
}
