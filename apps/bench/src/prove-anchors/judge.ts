import type { Resolution, TextAnchor, TextSpan } from "@consilium/workspace";
import type { Births, Identities } from "./identities.ts";

/** An anchor, and which letters it was made on. */
export interface Watched {
  readonly anchor: TextAnchor;
  /** Those that are no white space, in order. */
  readonly letters: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export interface Place {
  readonly key: string;
  readonly identities: Identities;
  /** The letter at a position is white space. */
  readonly isBlank: (position: number) => boolean;
}

export type Verdict =
  /** The words stand somewhere whole, and that is where the anchor is. */
  | "found"
  /** They stand somewhere whole, and the anchor says that it does not know. */
  | "lost"
  /** They do not stand anywhere whole, and the anchor says that it does not know. */
  | "gone"
  /** They do not stand anywhere whole, and the anchor is at what is left of them or has taken their place. */
  | "altered"
  | "misplaced";

export function judge(
  watched: Watched,
  found: Resolution<TextSpan>,
  foundIn: Place | undefined,
  places: readonly Place[],
  births: Births,
): Verdict {
  const wholes = places.flatMap((place) => wholesIn(place, watched.letters));
  if (found.state === "orphaned") return wholes.length > 0 ? "lost" : "gone";
  if (!foundIn) return "misplaced";
  const { from, to } = found.at;
  if (wholes.length > 0)
    return wholes.some((whole) => whole.place === foundIn && whole.from === from && whole.to === to)
      ? "found"
      : "misplaced";
  const shown = foundIn.identities.lettersIn(from, to);
  const own = new Set(watched.letters);
  if (shown.some((letter) => own.has(letter))) return "altered";
  const isGone = places.every(({ identities }) => !identities.at().some((letter) => isOneOf(own, letter)));
  if (isGone && shown.some((letter) => own.has(originOf(letter, births)))) return "altered";
  return found.state === "changed" && isBetween(watched, foundIn, from, to) ? "altered" : "misplaced";
}

/**
 * Where all letters stand in their order with nothing but white space, breaks and links between them. There are two such ranges
 * when the words were moved and the cut undone, or when two authors moved them at the same time; both are right.
 */
function wholesIn(place: Place, letters: readonly number[]) {
  const standing = place.identities.at();
  return standing.flatMap((letter, from) => {
    const to = letter === letters[0] ? endOfWhole(place, letters, from) : undefined;
    return to === undefined ? [] : [{ place, from, to }];
  });
}

function endOfWhole({ identities, isBlank }: Place, letters: readonly number[], from: number) {
  const standing = identities.at();
  let next = 0;
  let position = from;
  for (; position < standing.length && next < letters.length; position += 1) {
    const letter = standing[position];
    if (letter === undefined) continue;
    if (letter === letters[next]) next += 1;
    else if (!isBlank(position)) break;
  }
  return next === letters.length ? position : undefined;
}

const isOneOf = (letters: ReadonlySet<number>, letter: number | undefined): boolean =>
  letter !== undefined && letters.has(letter);

function originOf(letter: number, { origins }: Births): number {
  let origin = letter;
  for (let earlier = origins.get(origin); earlier !== undefined; earlier = origins.get(origin))
    origin = earlier;
  return origin;
}

/** What stands there took the place of the words: their old neighbours are on both sides. */
function isBetween({ before, after }: Watched, { identities }: Place, from: number, to: number): boolean {
  const standing = identities.at();
  const left = before.map((letter) => standing.indexOf(letter)).filter((position) => position >= 0);
  const right = after.map((letter) => standing.indexOf(letter)).filter((position) => position >= 0);
  const isLeft = left.length > 0 ? Math.max(...left) < from : before.length === 0;
  const isRight = right.length > 0 ? Math.min(...right) >= to : after.length === 0;
  return isLeft && isRight;
}
