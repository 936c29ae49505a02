/** Words that something speaks of: offsets in a text (UTF-16). */
export interface Stretch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface Cut<Mark extends Stretch> {
  readonly text: string;
  readonly offset: number;
  /** Of those that cover it the last one given, which lies on top. */
  readonly mark: Mark | undefined;
}

/** A stretch of text that begins at `offset`, in pieces between the ends of the marks that touch it; none is empty. */
export function cutText<Mark extends Stretch>(
  text: string,
  offset: number,
  marks: readonly Mark[],
): Cut<Mark>[] {
  const end = offset + text.length;
  const touching = marks.filter((mark) => mark.start < end && mark.end > offset);
  const cuts = new Set([offset, end]);
  for (const { start, end: last } of touching)
    for (const cut of [start, last]) if (cut > offset && cut < end) cuts.add(cut);
  const places = [...cuts].toSorted((one, other) => one - other);
  return places.slice(0, -1).map((from, at) => ({
    text: text.slice(from - offset, (places[at + 1] ?? end) - offset),
    offset: from,
    mark: touching.findLast(({ start, end: last }) => start <= from && from < last),
  }));
}
