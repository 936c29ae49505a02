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
  const whole = wholeAt(watched.letters, places);
  if (found.state === "orphaned") return whole ? "lost" : "gone";
  if (!foundIn) return "misplaced";
  const { from, to } = found.at;
  if (whole) return whole.place === foundIn && whole.from === from && whole.to === to ? "found" : "misplaced";
  const shown = foundIn.identities.lettersIn(from, to);
  const own = new Set(watched.letters);
  if (shown.some((letter) => own.has(letter))) return "altered";
  const isGone = places.every(({ identities }) => !identities.at().some((letter) => isOneOf(own, letter)));
  if (isGone && shown.some((letter) => own.has(originOf(letter, births)))) return "altered";
  return found.state === "changed" && isBetween(watched, foundIn, from, to) ? "altered" : "misplaced";
}

/** Where all letters stand in their order with nothing but white space, breaks and links between them. */
function wholeAt(letters: readonly number[], places: readonly Place[]) {
  for (const place of places) {
    const standing = place.identities.at();
    const from = standing.indexOf(letters[0]);
    if (from < 0) continue;
    let next = 0;
    let position = from;
    for (; position < standing.length && next < letters.length; position += 1) {
      const letter = standing[position];
      if (letter === undefined) continue;
      if (letter === letters[next]) next += 1;
      else if (!place.isBlank(position)) break;
    }
    return next === letters.length ? { place, from, to: position } : undefined;
  }
  return undefined;
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
