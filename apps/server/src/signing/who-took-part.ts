import type { Contributor } from "@consilium/report";
import type { Prepared } from "./prepare-signing.ts";

interface TookPart {
  /** Of the signer's own read, where they once read blind; null: they did not. */
  readonly signerBlindUntil: string | null;
  /** Everybody besides, in the order in which they came to the case. Who has two seats is named once. */
  readonly contributors: readonly Contributor[];
}

/** Who wrote the opinion, and who read the case blind beside it. Comments and suggestions make nobody its author. */
export function whoTookPart(
  { rows, writers }: Pick<Prepared, "rows" | "writers">,
  signerSeat: string,
): TookPart {
  const people = new Map<string, Contributor>();
  for (const { id, personId, name, profession, workplace } of rows.seats) {
    const wrote = writers.has(id);
    const read = rows.blindReads.findLast(({ seatId }) => seatId === id);
    if (!wrote && !read) continue;
    const before = people.get(personId);
    people.set(personId, {
      ...(wrote || !before ? { seat: id, name, profession, workplace } : before),
      wrote: wrote || (before?.wrote ?? false),
      blindUntil: read?.at.toISOString() ?? before?.blindUntil ?? null,
    });
  }
  const signer = rows.seats.find(({ id }) => id === signerSeat)?.personId ?? "";
  return {
    signerBlindUntil: people.get(signer)?.blindUntil ?? null,
    contributors: [...people].flatMap(([personId, one]) => (personId === signer ? [] : [one])),
  };
}
