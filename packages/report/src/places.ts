import { printableLine } from "./printable.ts";
import type { EvidenceInput, ReportInput } from "./report-input.ts";
import type { KeyImage, ReportPlace } from "./report.ts";

/** Gives each place of a record its letter at its first mention. */
export interface Places {
  /** Of a link; undefined where it points to nothing. */
  readonly placeOf: (evidence: string) => Pick<ReportPlace, "letter" | "words"> | undefined;
  /** Those that were mentioned, in the order of their letters. */
  readonly all: (keyImages: readonly KeyImage[]) => readonly ReportPlace[];
}

interface Linked extends Pick<ReportInput, "records"> {
  readonly opinion: Pick<ReportInput["opinion"], "evidence">;
}

export function openPlaces({ opinion, records }: Linked): Places {
  const known = new Map(opinion.evidence.map((evidence) => [evidence.id, evidence]));
  const held = new Set(records.map(({ id }) => id));
  const letters = new Map<string, { readonly letter: string; readonly evidence: EvidenceInput }>();
  return {
    placeOf: (id) => {
      const evidence = known.get(id);
      if (!evidence) return undefined;
      if (evidence.record !== null && !held.has(evidence.record))
        throw new RangeError(`The record ${evidence.record} of a place was not handed in`);
      const key = JSON.stringify([evidence.record, printableLine(evidence.words), evidence.quote]);
      const place = letters.get(key) ?? { letter: letterAt(letters.size), evidence };
      letters.set(key, place);
      return { letter: place.letter, words: evidence.words };
    },
    all: (keyImages) =>
      [...letters.values()].map(({ letter, evidence: { words, quote, record } }) => ({
        letter,
        words,
        quote,
        record,
        keyImage: keyImages.find((image) => image.letter === letter)?.id ?? null,
      })),
  };
}

/** `A` to `Z`, `AA` to `ZZ`, `AAA`: from 0. */
export function letterAt(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}
