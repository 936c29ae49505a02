/** Clocks of one client id, from `clock` to `end - 1`. */
export interface Range {
  readonly clock: number;
  readonly end: number;
}

/** Ranges of one client id that do not overlap. Sorted when first read: the log brings them in order of time. */
export interface RangeList<T extends Range> {
  readonly list: T[];
  sorted: boolean;
}

export type RangesByClient<T extends Range> = Map<number, RangeList<T>>;

export function addRange<T extends Range>(ranges: RangesByClient<T>, client: number, range: T): void {
  const known = ranges.get(client);
  if (!known) {
    ranges.set(client, { list: [range], sorted: true });
    return;
  }
  if ((known.list.at(-1)?.end ?? 0) > range.clock) known.sorted = false;
  known.list.push(range);
}

export interface Found<T> {
  readonly range: T | undefined;
  /** Up to this clock the answer stays the same; Infinity at the end of the list. */
  readonly stop: number;
}

const nothing = { range: undefined, stop: Infinity } as const;

export function rangeAt<T extends Range>(ranges: RangesByClient<T>, client: number, clock: number): Found<T> {
  const known = ranges.get(client);
  if (!known) return nothing;
  if (!known.sorted) {
    known.list.sort((one, other) => one.clock - other.clock);
    known.sorted = true;
  }
  const next = known.list[firstIndex(known.list.length, (index) => (known.list[index]?.end ?? 0) > clock)];
  if (!next) return nothing;
  return next.clock <= clock ? { range: next, stop: next.end } : { range: undefined, stop: next.clock };
}

/** The first index for which `holds` is true, `length` where there is none. `holds` stays true once it is. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high;) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
