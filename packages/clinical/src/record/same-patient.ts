/** Somebody as a file names them: `Lind^Mara`, `Mara Lind`, `LIND, Mara`. `born` is a day, a month, a year or nothing. */
export interface NamedPatient {
  readonly name: string;
  readonly born: string | null;
}

/**
 * Whether two files can be about one person. Names are compared by their words, in any order, without case, accents and
 * titles; one may have more of them (a middle name). Birth dates that are both known must agree as far as both go. A name that
 * says nothing ("Anonymous", "") differs from nobody.
 */
export function mayBeSamePatient(one: NamedPatient, other: NamedPatient): boolean {
  if (one.born !== null && other.born !== null && !agree(one.born, other.born)) return false;
  const [mine, theirs] = [wordsOf(one.name), wordsOf(other.name)];
  if (mine.size === 0 || theirs.size === 0) return true;
  const [fewer, more] = mine.size <= theirs.size ? [mine, theirs] : [theirs, mine];
  // A single word in common is a family.
  return fewer.isSubsetOf(more) && (fewer.size > 1 || more.size === 1 || bothBorn(one, other));
}

/** Neither a name nor a birth date: whoever it is about, it parts nobody. */
export const namesNobody = ({ name, born }: NamedPatient): boolean =>
  born === null && wordsOf(name).size === 0;

const bothBorn = (one: NamedPatient, other: NamedPatient): boolean =>
  one.born !== null && other.born !== null;

function agree(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, "2026-11-28".length);
  return one.slice(0, length) === other.slice(0, length);
}

const saysNothing = new Set([
  "anon",
  "anonymous",
  "anonymized",
  "anonymised",
  "unknown",
  "patient",
  "test",
  "none",
  "na",
]);
const titles = new Set(["mr", "mrs", "ms", "miss", "dr", "prof", "jr", "sr"]);

/** Words that name somebody: `Lind^Mara^^^` and `lind, mara` are the same two. */
function wordsOf(name: string): ReadonlySet<string> {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "" && !titles.has(word));
  return words.some((word) => saysNothing.has(word)) ? new Set() : new Set(words);
}

/** People of which each may be somebody else than each other one: files of one of them go together. */
export function groupPatients<Named extends NamedPatient>(
  named: readonly Named[],
): readonly (readonly Named[])[] {
  const groups: Named[][] = [];
  for (const one of named) {
    const group = groups.find((members) => members.every((member) => mayBeSamePatient(member, one)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
