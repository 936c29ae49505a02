/** Clocks of one client id, from `clock` to `end - 1`. */
export interface Range {
  readonly clock: number;
  readonly end: number;
}

/** What of a range was not asked for before, and is not known at all: `known` is the next clock of each client id. */
export type Unseen = (client: number, range: Range) => readonly Range[];

export function createUnseen(known: ReadonlyMap<number, number>): Unseen {
  const seen = new Map<number, readonly Range[]>();
  return (client, range) => {
    const before = seen.get(client) ?? [{ clock: 0, end: known.get(client) ?? 0 }];
    const fresh = without(range, before);
    seen.set(client, merged([...before, ...fresh]));
    return fresh;
  };
}

/** `others` are sorted and do not overlap. */
function without({ clock, end }: Range, others: readonly Range[]): Range[] {
  const rest: Range[] = [];
  let from = clock;
  for (const other of others) {
    if (other.end <= from) continue;
    if (other.clock >= end) break;
    if (other.clock > from) rest.push({ clock: from, end: other.clock });
    from = other.end;
  }
  if (from < end) rest.push({ clock: from, end });
  return rest;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.clock - other.clock)) {
    const last = whole.at(-1);
    if (last?.end === range.clock) whole[whole.length - 1] = { clock: last.clock, end: range.end };
    else whole.push(range);
  }
  return whole;
}
