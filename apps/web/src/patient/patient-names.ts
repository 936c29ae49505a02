import type { CasePerson } from "../case/people.ts";

const titles = /^(dr|prof)\.?$/iu;

/** As patients say it: "Dr Hallström" for "Dr Ingrid Hallström"; without a title the whole name. */
export function spokenName(name: string): string {
  const words = name.split(/\s+/u);
  const [title = ""] = words;
  return titles.test(title) && words.length > 2 ? `${title} ${words.at(-1) ?? ""}` : name;
}

/** Who writes: the authors that are known, or else the specialists who sit as authors. Not who has left. */
export function writersOf(
  people: Iterable<CasePerson>,
  authors: readonly string[] | undefined,
): readonly string[] {
  const here = [...people].filter(({ hasEnded, role }) => !hasEnded && role === "specialist");
  const named = here.filter(({ seat, mode }) => (authors ? authors.includes(seat) : mode === "author"));
  return named.map(({ name }) => spokenName(name));
}
